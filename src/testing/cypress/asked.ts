// What the browser asks of the part that runs in Node, and what that answers. All of it goes over as JSON.

import type { Criteria, Message } from '../../client/client.js'

/** Regular expressions have been made operators: JSON has none. */
export interface AskedOptions {
  readonly after?: string
  readonly timeout?: number | string
  readonly settle?: number | string
  readonly until?: unknown
  readonly count?: number | { readonly min?: number; readonly max?: number }
  readonly each?: readonly unknown[]
}

export type Asked =
  | { readonly ask: 'where' }
  | {
      readonly ask: 'get' | 'query' | 'getAll' | 'queryAll' | 'find' | 'findAll' | 'none'
      readonly inbox: string
      readonly criteria: Criteria
      readonly options: AskedOptions
    }
  | {
      readonly ask: 'order'
      readonly inbox: string
      readonly list: readonly Criteria[]
      readonly options: AskedOptions
    }
  | { readonly ask: 'octets'; readonly id: string; readonly part: string }

export interface Where {
  readonly url: string
  readonly inboxDomain: string
}

/** `failure` is the story of what was not met; Cypress would wrap an error in words of its own. */
export type Answered =
  | { readonly failure: string }
  | { readonly where: Where }
  | { readonly mails: readonly Message[] }
  | { readonly base64: string }

/** the name of the one task */
export const taskName = 'mailhold'
