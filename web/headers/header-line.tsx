// One header field. Of a huge value the beginning is shown until all of it is asked for.

import { type ReactNode, useState } from 'react'
import type { HeaderField } from '../../src/wire/message.js'
import { headersText } from '../text/panels.js'
import { CopyButton } from '../ui/copy-button.js'
import { StrangerText } from '../ui/stranger-text.js'

const shownCharacters = 2000

export function HeaderLine({ field: { name, value } }: { readonly field: HeaderField }): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const isCut = value.length > shownCharacters && !isWhole
  return (
    <div className="header-field">
      <dt>
        <StrangerText text={name} upTo={200} />
      </dt>
      <dd>
        <span className="header-value">
          {(isCut ? value.slice(0, shownCharacters) : value)
            .trim()
            .split(/\r?\n/)
            .map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the value never changes
              <span key={at} className="header-value-line">
                <StrangerText text={line} upTo={value.length} />
              </span>
            ))}
        </span>
        {isCut && (
          <button type="button" className="header-more" onClick={() => setWhole(true)}>
            {headersText.whole}
          </button>
        )}
        <CopyButton text={value.trim()} label={headersText.copyOne(name.slice(0, 100))} />
      </dd>
    </div>
  )
}
