// What is in an attachment: a picture, or the beginning of a text as text.

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sizeText } from '../format/size.js'
import { apiAddress } from '../server/api.js'
import { beginningQuery, shownOctets } from '../server/queries.js'
import { commonText } from '../text/common.js'
import { messageText } from '../text/message.js'
import { attachmentsText } from '../text/panels.js'
import { LongText } from '../ui/long-text.js'
import type { PreviewKind } from './preview-kind.js'

interface AttachmentPreviewProps {
  readonly kind: PreviewKind
  readonly path: string
  readonly name: string
}

export function AttachmentPreview({ kind, path, name }: AttachmentPreviewProps): ReactNode {
  if (kind === 'image') {
    return (
      <div className="attachment-picture">
        <img src={apiAddress(path)} alt={attachmentsText.preview(name)} loading="lazy" decoding="async" />
      </div>
    )
  }
  if (kind === 'text') return <TextPreview path={path} name={name} />
  return <p className="attachment-note">{attachmentsText.isPdf}</p>
}

function TextPreview({ path, name }: Omit<AttachmentPreviewProps, 'kind'>): ReactNode {
  const { data, isPending } = useQuery(beginningQuery(path))
  if (isPending) return <p role="status">{commonText.loading}</p>
  if (!data) return <p className="attachment-note">{messageText.unreadable}</p>
  return (
    <div className="attachment-text">
      <LongText text={data.text} label={attachmentsText.preview(name)} />
      {!data.isWhole && <p className="attachment-note">{attachmentsText.beginning(sizeText(shownOctets))}</p>}
    </div>
  )
}
