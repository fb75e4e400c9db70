// Why a request did not succeed.

import type { Problem } from '../wire/problem.js'

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

function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  if (!(inner instanceof Error)) return ''
  const code = 'code' in inner ? inner.code : undefined
  return ` (${typeof code === 'string' ? code : inner.message})`
}
