// The files that a mail carries: looked at here as far as that is safe, downloaded one by one or all at once.

import './attachments-panel.css'
import { Download, Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { sizeText } from '../format/size.js'
import type { PanelProps } from '../message/panel.js'
import { apiAddress } from '../server/api.js'
import { attachmentsText } from '../text/panels.js'
import { Empty } from '../ui/empty.js'
import { AttachmentCard } from './attachment-card.js'

export function AttachmentsPanel({ message: { id, attachments } }: PanelProps): ReactNode {
  if (attachments.length === 0) {
    return (
      <Empty icon={Paperclip} title={attachmentsText.none}>
        {attachmentsText.noneHint}
      </Empty>
    )
  }
  const whole = attachments.reduce((sum, { size }) => sum + size, 0)
  return (
    <section className="attachments-panel">
      {attachments.length > 1 && (
        <a className="button" href={apiAddress(`/v1/messages/${id}/attachments.zip`)} download="">
          <Download aria-hidden size={15} />
          {attachmentsText.all} <span className="attachment-facts">{sizeText(whole)}</span>
        </a>
      )}
      <ul className="attachment-list">
        {attachments.map((attachment) => (
          <AttachmentCard key={attachment.part} attachment={attachment} messageId={id} />
        ))}
      </ul>
    </section>
  )
}
