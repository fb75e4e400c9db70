// What a request gets that the guard does not let in.

import type { ServerResponse } from 'node:http'
import { problemOf } from '../errors/problem.js'

export interface Refusal {
  readonly status: number
  readonly detail: string
}

export function refuse(response: ServerResponse, { status, detail }: Refusal): void {
  const body = JSON.stringify(problemOf(status, detail))
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  })
  response.end(body)
}
