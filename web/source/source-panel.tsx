// The octets of a mail as text: highlighted, searchable, its parts folded away on demand.

import './source-panel.css'
import { FoldVertical, Search, UnfoldVertical } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { percentText, sizeText } from '../format/size.js'
import type { PanelProps } from '../message/panel.js'
import { apiAddress } from '../server/api.js'
import { messageText } from '../text/message.js'
import { sourceText } from '../text/panels.js'
import { Button } from '../ui/button.js'
import { loadSource, shownSource } from './load-source.js'
import { openSourceView, type SourceView } from './source-view.js'

export function SourcePanel({ message: { id, size } }: PanelProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<SourceView>(undefined)
  const [loaded, setLoaded] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  const shown = Math.min(size, shownSource)

  useEffect(() => {
    if (!place.current) return
    const leaving = new AbortController()
    const opened = openSourceView(place.current)
    view.current = opened
    loadSource({ id, size, signal: leaving.signal }, (text, octets) => {
      opened.append(text)
      setLoaded(octets)
    }).catch(() => leaving.signal.aborted || setFailed(true))
    return () => {
      leaving.abort()
      opened.close()
    }
  }, [id, size])

  return (
    <section className="source-panel" aria-label={sourceText.label}>
      <div className="source-bar">
        <Button onClick={() => view.current?.find()}>
          <Search aria-hidden size={14} />
          {sourceText.find}
        </Button>
        <Button onClick={() => view.current?.foldAll()}>
          <FoldVertical aria-hidden size={14} />
          {sourceText.foldAll}
        </Button>
        <Button onClick={() => view.current?.unfoldAll()}>
          <UnfoldVertical aria-hidden size={14} />
          {sourceText.unfoldAll}
        </Button>
        <p className="source-state" role="status">
          {hasFailed && messageText.unreadable}
          {!hasFailed && loaded < shown && sourceText.loading(percentText(loaded / shown))}
          {size > shownSource && loaded >= shown && (
            <>
              {sourceText.first(sizeText(shown), sizeText(size))}{' '}
              <a href={apiAddress(`/v1/messages/${id}/raw`)} download={`${id}.eml`}>
                {messageText.downloadEml}
              </a>
            </>
          )}
        </p>
      </div>
      <div ref={place} className="source-view" />
    </section>
  )
}
