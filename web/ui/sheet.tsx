// A sheet over the page: settings, help, anything that has an end. Focus goes in and comes back.

import './sheet.css'
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { commonText } from '../text/common.js'
import { IconButton } from './button.js'

interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'narrow' | 'wide'
}

/** Open for as long as it is on the page. */
export function Sheet({ title, onClose, children, size = 'narrow' }: SheetProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-backdrop" />
        <Dialog.Popup ref={popup} initialFocus={popup} className={`sheet sheet-${size}`}>
          <header className="sheet-head">
            <Dialog.Title>{title}</Dialog.Title>
            <IconButton label={commonText.close} icon={X} onClick={onClose} />
          </header>
          <div className="sheet-body">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
