// The MIME tree: what each part says it is, how big it is, and its octets to download.

import './parts-panel.css'
import { Download, File, FileCode2, FileImage, FileText, type LucideIcon, Package } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Part } from '../../src/wire/message.js'
import { sizeText } from '../format/size.js'
import type { PanelProps } from '../message/panel.js'
import { apiAddress } from '../server/api.js'
import { partsText } from '../text/panels.js'
import { StrangerText } from '../ui/stranger-text.js'

export const PartsPanel = ({ message }: PanelProps): ReactNode => (
  <ul className="parts-panel" aria-label={partsText.label}>
    <PartNode part={message.parts} messageId={message.id} />
  </ul>
)

interface PartNodeProps {
  readonly part: Part
  readonly messageId: string
}

const PartNode = ({ part, messageId }: PartNodeProps): ReactNode => (
  <li>
    <PartLine part={part} messageId={messageId} />
    {part.children.length > 0 && (
      <ul>
        {part.children.map((child) => (
          <PartNode key={child.path} part={child} messageId={messageId} />
        ))}
      </ul>
    )}
  </li>
)

function PartLine({ part, messageId }: PartNodeProps): ReactNode {
  const { path, contentType, charset, encoding, disposition, filename, contentId, size, children } = part
  const Icon = iconOf(contentType)
  return (
    <div className="part-line">
      <Icon aria-hidden size={16} strokeWidth={1.5} />
      <span className="part-path">{path === '' ? '–' : path}</span>
      <span className="part-words">
        <StrangerText className="part-type" text={contentType} upTo={120} />
        {filename !== null && <StrangerText className="part-name" text={filename} upTo={120} />}
        <span className="part-facts">
          {[charset, encoding, disposition, contentId && `cid:${contentId}`]
            .filter((fact): fact is string => Boolean(fact))
            .map((fact) => (
              <StrangerText key={fact} text={fact} upTo={80} />
            ))}
        </span>
      </span>
      <span className="part-size">{sizeText(size)}</span>
      {children.length === 0 && path !== '' && (
        <a
          className="icon-button"
          href={apiAddress(`/v1/messages/${messageId}/parts/${encodeURIComponent(path)}`)}
          download=""
          aria-label={partsText.download(path)}
          data-tip={partsText.download(path)}
        >
          <Download aria-hidden size={16} strokeWidth={1.75} />
        </a>
      )}
    </div>
  )
}

function iconOf(contentType: string): LucideIcon {
  if (contentType.startsWith('multipart/') || contentType.startsWith('message/')) return Package
  if (contentType.startsWith('image/')) return FileImage
  if (contentType === 'text/html') return FileCode2
  return contentType.startsWith('text/') ? FileText : File
}
