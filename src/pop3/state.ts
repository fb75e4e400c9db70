// The states of a POP3 session (RFC 1939 §3). UPDATE is what QUIT does on the way from `transaction` to `ended`.

import type { SessionMaildrop } from './session-maildrop.js'

export type State =
  /** `user` is there right after USER only; `isUtf8` after UTF8 (RFC 6856 §2) */
  | { readonly name: 'authorization'; readonly user?: string; readonly isUtf8: boolean }
  | { readonly name: 'transaction'; readonly maildrop: SessionMaildrop }
  | { readonly name: 'ended' }

export type StateName = 'authorization' | 'transaction'

export type StateOf<Name extends StateName> = Extract<State, { readonly name: Name }>

export const start: State = { name: 'authorization', isUtf8: false }
