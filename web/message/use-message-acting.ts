// Carries out what a person does to the mail that is open.

import { useQuery } from '@tanstack/react-query'
import { useListActions } from '../list/use-list-actions.js'
import type { Going } from '../place/use-place.js'
import { apiAddress } from '../server/api.js'
import { serverUrl } from '../server/base.js'
import { tagsQuery } from '../server/queries.js'
import { runShortcut } from '../shortcuts/handlers.js'
import { commonText } from '../text/common.js'
import { messageText } from '../text/message.js'
import { copyText } from '../ui/copy-text.js'
import { tell } from '../ui/toast.js'
import type { MessageActing } from './message-actions.js'

export function useMessageActing(id: string, { go, href }: Going): MessageActing {
  const { mark, remove } = useListActions()
  const { data: tags = [] } = useQuery(tagsQuery)
  const chosen = { kind: 'messages', ids: [id] } as const
  const close = (): void => go({ messageId: '', tab: 'preview' })
  return {
    tags: tags.map(({ name }) => name),
    changeTags: (change) => mark(chosen, change),
    setRead: (read) => {
      mark(chosen, { read })
      // while it is open it counts as read
      if (!read) close()
    },
    previous: () => void runShortcut('previous'),
    next: () => void runShortcut('next'),
    download: () => {
      const link = document.createElement('a')
      link.href = apiAddress(`/v1/messages/${id}/raw`)
      link.download = `${id}.eml`
      link.click()
    },
    copyLink: () => {
      copyText(`${serverUrl}${href({})}`).then(
        () => tell(messageText.linkCopied, { timeout: 2000 }),
        () => tell(commonText.copyFailed, { kind: 'error' }),
      )
    },
    remove: () => {
      remove(chosen)
      close()
    },
  }
}
