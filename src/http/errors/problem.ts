// Makes every error a problem document (RFC 9457).

import { STATUS_CODES } from 'node:http'
import { type ErrorCode, MailholdError } from '../../model/errors.js'
import type { Problem } from '../../wire/problem.js'
import { statusOf } from './status-of.js'

const nameOf: Readonly<Record<number, string>> = {
  400: 'badInput',
  401: 'notAuthenticated',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooBig',
  415: 'wrongMediaType',
  416: 'rangeNotSatisfiable',
  421: 'wrongHost',
  500: 'internal',
}

/** A problem of the HTTP head itself, named by its status. */
export function problemOf(status: number, detail: string, code = nameOf[status] ?? `http${status}`): Problem {
  return { type: `urn:mailhold:problem:${code}`, title: STATUS_CODES[status] ?? 'Error', status, detail }
}

const reserved = new Set(['type', 'title', 'status', 'detail'])

/** The details of the error become further members. */
export function problemOfMailhold(error: MailholdError): Problem {
  const facts = Object.entries(error.details).filter(
    ([name, value]) => !reserved.has(name) && value !== undefined,
  )
  return { ...problemOf(statusOf[error.code], error.message, error.code), ...Object.fromEntries(facts) }
}

export const badInput = (path: string, message: string, suggestion?: string): MailholdError =>
  new MailholdError('badInput', message, suggestion === undefined ? { path } : { path, suggestion })

export const notFound = (message: string): MailholdError => refusal('notFound', message)

const refusal = (code: ErrorCode, message: string): MailholdError => new MailholdError(code, message)
