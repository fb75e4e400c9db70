// Asks before something that cannot be undone.

import './sheet.css'
import './ask.css'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { commonText } from '../text/common.js'
import { Button } from './button.js'

interface AskProps {
  readonly question: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Open for as long as it is on the page. */
export const Ask = ({ question, yes, onYes, onNo }: AskProps): ReactNode => (
  <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onNo()}>
    <AlertDialog.Portal>
      <AlertDialog.Backdrop className="sheet-backdrop" />
      <AlertDialog.Popup className="sheet ask">
        <AlertDialog.Title render={<p />} className="ask-question">
          {question}
        </AlertDialog.Title>
        <div className="ask-answers">
          <Button onClick={onNo}>{commonText.cancel}</Button>
          <Button look="danger" onClick={onYes}>
            {yes}
          </Button>
        </div>
      </AlertDialog.Popup>
    </AlertDialog.Portal>
  </AlertDialog.Root>
)
