// The text of a mail as it stands.

import './text-panel.css'
import { useQuery } from '@tanstack/react-query'
import { FileText, FileX } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { sizeText } from '../format/size.js'
import { apiAddress } from '../server/api.js'
import { shownOctets, textQuery } from '../server/queries.js'
import { commonText } from '../text/common.js'
import { messageText } from '../text/message.js'
import { Empty } from '../ui/empty.js'
import { LinkedText } from '../ui/linked-text.js'
import { LongText } from '../ui/long-text.js'
import type { PanelProps } from './panel.js'

interface TextPanelProps extends PanelProps {
  /** as a mail program sets it, or with every character as wide as the next */
  readonly type?: 'reader' | 'fixed'
}

export function TextPanel({ message, type = 'fixed' }: TextPanelProps): ReactNode {
  const { data, isPending, isError } = useQuery(textQuery(message.id))
  const addresses = useMemo(() => new Set(message.links.map(({ href }) => href)), [message.links])
  if (isPending)
    return (
      <p role="status" className="unseen">
        {commonText.loading}
      </p>
    )
  if (isError) return <Empty icon={FileX} title={messageText.unreadable} />
  if (data.text.trim() === '') return <Empty icon={FileText} title={messageText.noText} />
  return (
    <>
      <LongText
        className={`text-panel text-${type}`}
        text={data.text}
        label={messageText.tabs.text}
        show={(block) => <LinkedText text={block} addresses={addresses} />}
      />
      {!data.isWhole && (
        <p className="text-rest">
          {messageText.beginning(sizeText(shownOctets))}{' '}
          <a href={apiAddress(`/v1/messages/${message.id}/text`)} download={`${message.id}.txt`}>
            {messageText.downloadAll}
          </a>
        </p>
      )}
    </>
  )
}
