// What travels between the main thread and a store thread.

import { type ErrorCode, type ErrorDetails, MailholdError } from '../../model/errors.js'

/** The functions that a thread offers, by name. */
export type Calls = { readonly [name: string]: (...args: never[]) => unknown }

export interface Request {
  readonly id: number
  readonly call: string
  readonly args: readonly unknown[]
}

/** An error as data, because an Error loses its class on the way. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }

/** Several replies in one message, with what everybody must know before they are given out. */
export interface Batch<Note> {
  readonly note?: Note
  readonly replies: readonly Reply[]
}

export const asFailure = ({ code, message, details }: MailholdError): Failure => ({ code, message, details })
export const asError = ({ code, message, details }: Failure): MailholdError =>
  new MailholdError(code, message, details)
