// Short words about what just happened, with a way back where there is one.

import './toast.css'
import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { commonText } from '../text/common.js'

const manager = Toast.createToastManager()

export interface Telling {
  /** milliseconds for which it stays */
  readonly timeout?: number
  readonly action?: { readonly name: string; readonly run: () => void }
  readonly kind?: 'plain' | 'error'
}

/** Shows a sentence; returns what takes it away again. */
export function tell(sentence: string, { timeout = 5000, action, kind = 'plain' }: Telling = {}): () => void {
  const id = manager.add({
    title: sentence,
    type: kind,
    timeout,
    priority: kind === 'error' ? 'high' : 'low',
    ...(action && {
      actionProps: {
        children: action.name,
        onClick: () => {
          manager.close(id)
          action.run()
        },
      },
    }),
  })
  return () => manager.close(id)
}

export const Toasts = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <Toast.Provider toastManager={manager} limit={3}>
    {children}
    <Toast.Portal>
      <Toast.Viewport className="toasts">
        <ToastList />
      </Toast.Viewport>
    </Toast.Portal>
  </Toast.Provider>
)

const ToastList = (): ReactNode =>
  Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-kind={toast.type}>
      <Toast.Title className="toast-title" render={<p />} />
      {toast.actionProps && <Toast.Action className="toast-action" />}
      <Toast.Close className="icon-button" aria-label={commonText.close}>
        <X aria-hidden size={14} />
      </Toast.Close>
    </Toast.Root>
  ))
