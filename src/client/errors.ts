// Why a request did not succeed.

import type { Problem } from '../wire/problem.js'
import type { WaitNotMet } from '../wire/wait.js'
import { isError } from './realm.js'

/** The server said no; `message` is its sentence (of 401 with the remedy), `problem` all that it told. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem'
  readonly status: number
  readonly problem: Problem

  constructor(status: number, problem: Problem) {
    super(status === 401 ? `${problem.detail.replace(/\.?$/, '.')} ${howToLogIn}` : problem.detail)
    this.status = status
    this.problem = problem
  }
}

const howToLogIn = 'Log in through the address: http://user:password@host:8025'

/** Nobody answered at the address. */
export class NoServer extends Error {
  override readonly name = 'NoServer'
  readonly url: string
  /** the message without its remedy */
  readonly fact: string

  constructor(url: string, cause: unknown) {
    const fact = `no Mailhold answers at ${url}${reason(cause)}`
    super(
      `${fact}; start one with mailhold or startMailhold(), or say where it is with url or MAILHOLD_URL`,
      {
        cause,
      },
    )
    this.url = url
    this.fact = fact
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
