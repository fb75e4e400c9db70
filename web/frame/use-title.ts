// The window's title and icon say how much is unread.

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { countText } from '../format/size.js'
import icon from '../icons/favicon.svg'
import unreadIcon from '../icons/favicon-unread.svg'
import { statusQuery } from '../server/queries.js'
import { frameText } from '../text/frame.js'

export function useTitle(): void {
  const { data } = useQuery(statusQuery)
  const unread = data?.counts.unread ?? 0
  const name = data?.label || 'Mailhold'
  useEffect(() => {
    document.title = `${unread > 0 ? frameText.unread(countText(unread)) : ''}${name}`
    setIcon(unread)
  }, [unread, name])
}

/** The envelope, with a dot while something is unread. */
function setIcon(unread: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const wanted = unread > 0 ? unreadIcon : icon
  // the same address again would be loaded again
  if (link && link.getAttribute('href') !== wanted) link.href = wanted
}
