// Why a request did not succeed.

import type { Problem } from '../wire/problem.js'
import type { WaitNotMet } from '../wire/wait.js'
import { isError } from './realm.js'

/** The server said no; `message` is its sentence, `problem` all that it told. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem'
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(problem.detail)
    this.status = status
    this.problem = problem
  }
}

/** Nobody answered at the address. */
export class NoServer extends Error {
  override readonly name = 'NoServer'
  readonly url: string

  constructor(url: string, cause: unknown) {
    super(`no Mailhold answers at ${url}${reason(cause)}`, { cause })
    this.url = url
  }
}

/** The mail that was asked for is not there, or not in that number; `message` is the server's whole story. */
export class NotMet extends Error {
  override readonly name = 'NotMet'
  readonly answer: WaitNotMet

  constructor(answer: WaitNotMet) {
    super(answer.text)
    this.answer = answer
  }
}

/** A mail has no such link, code or attachment, or several; `message` says which it has. */
export class NotInMail extends Error {
  override readonly name = 'NotInMail'
}

function reason(cause: unknown): string {
  const inner = isError(cause) && isError(cause.cause) ? cause.cause : cause
  if (!isError(inner)) return ''
  const code = 'code' in inner ? inner.code : undefined
  return ` (${typeof code === 'string' ? code : inner.message})`
}
