// One attachment: its name and kind, and what is in it.

import { ChevronDown, ChevronUp, Download, File, FileImage, FileText, type LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Attachment } from '../../src/wire/message.js'
import { sizeText } from '../format/size.js'
import { apiAddress } from '../server/api.js'
import { attachmentsText } from '../text/panels.js'
import { Button } from '../ui/button.js'
import { StrangerText } from '../ui/stranger-text.js'
import { AttachmentPreview } from './attachment-preview.js'
import { type PreviewKind, previewKind } from './preview-kind.js'

const icons: Readonly<Record<PreviewKind, LucideIcon>> = {
  image: FileImage,
  text: FileText,
  pdf: FileText,
  none: File,
}

interface AttachmentCardProps {
  readonly attachment: Attachment
  readonly messageId: string
}

export function AttachmentCard({ attachment, messageId }: AttachmentCardProps): ReactNode {
  const { part, filename, contentType, size, disposition, sha256 } = attachment
  const kind = previewKind(attachment)
  const [isOpen, setOpen] = useState(kind === 'image')
  const path = `/v1/messages/${messageId}/parts/${encodeURIComponent(part)}`
  const Icon = icons[kind]
  const Chevron = isOpen ? ChevronUp : ChevronDown
  const name = filename || attachmentsText.unnamed
  return (
    <li className="attachment">
      <div className="attachment-head">
        <Icon aria-hidden size={22} strokeWidth={1.25} />
        <div className="attachment-words">
          <StrangerText className="attachment-name" text={name} upTo={160} />
          <span className="attachment-facts">
            <StrangerText text={contentType} upTo={80} /> · {sizeText(size)}
            {disposition === 'inline' && ` · ${attachmentsText.inline}`}
          </span>
        </div>
        {kind !== 'none' && (
          <Button className="attachment-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? attachmentsText.hide : attachmentsText.show}
            <Chevron aria-hidden size={14} />
          </Button>
        )}
        <a
          className="icon-button"
          href={apiAddress(path)}
          download=""
          aria-label={attachmentsText.download(name.slice(0, 100))}
          data-tip={attachmentsText.download(name.slice(0, 100))}
        >
          <Download aria-hidden size={17} strokeWidth={1.75} />
        </a>
      </div>
      {isOpen && <AttachmentPreview kind={kind} path={path} name={name.slice(0, 100)} />}
      <p className="attachment-sum">
        {attachmentsText.sha256} <code>{sha256}</code>
      </p>
    </li>
  )
}
