// Messages: list, read, mark, remove, put in, take out.

import type { Changed, Deleted, List, Marks } from '../wire/list.js'
import type { Message } from '../wire/message.js'
import type { NewMail } from '../wire/new-mail.js'
import type { Summary } from '../wire/summary.js'
import { chunksOf } from './http/answer.js'
import type { Transport } from './transport.js'

/** Which messages are meant. Times are RFC 3339; `after` and `before` take a cursor or a time, both exclusive. */
export interface Narrowing {
  readonly inbox?: string
  /** search text */
  readonly q?: string
  readonly ids?: readonly string[]
  readonly after?: string
  readonly before?: string
}

export interface ListRequest extends Omit<Narrowing, 'ids'> {
  /** at most 500 */
  readonly limit?: number
  readonly order?: 'newest' | 'oldest'
  readonly total?: boolean
  /** `nextPage` of an earlier answer */
  readonly page?: string
}

/** Who a mail is from and for; what is absent is taken from the mail's own header. */
export interface InjectEnvelope {
  readonly from?: string
  readonly to?: readonly string[]
}

/** Narrows what `latest` means. */
export type Within = Pick<Narrowing, 'inbox' | 'q'>

export interface Messages {
  readonly list: (request?: ListRequest) => Promise<List>
  /** Every message that the request leaves, page by page. */
  readonly each: (request?: Omit<ListRequest, 'page' | 'total'>) => AsyncIterable<Summary>
  /** Everything about one; `latest` is an id. With `bodies: false` its text is empty and its HTML null. */
  readonly get: (id: string, within?: Within & { readonly bodies?: boolean }) => Promise<Message>
  /** The octets exactly as they came. */
  readonly raw: (id: string, within?: Within) => Promise<Uint8Array>
  readonly text: (id: string, within?: Within) => Promise<string>
  readonly html: (id: string, within?: Within) => Promise<string>
  /** The decoded octets of a part such as `1.2`. */
  readonly part: (id: string, path: string) => Promise<Uint8Array>
  /** Puts a mail in, octet for octet; a text as UTF-8, its line ends as they are. */
  readonly inject: (mail: Uint8Array | string, envelope?: InjectEnvelope) => Promise<Summary>
  /** Puts in a mail that the server writes. */
  readonly compose: (mail: NewMail) => Promise<Summary>
  /** Marks one, or all that the narrowing leaves. */
  readonly mark: Mark
  /** Resolves with how many went. An empty narrowing is refused; `{ all: true }` means all. */
  readonly remove: (messages: string | (Narrowing & { readonly all?: true })) => Promise<number>
  /** An mbox or zip file of all that the narrowing leaves, as it is made. */
  readonly exportMail: (
    format: 'mbox' | 'zip',
    narrowing?: Omit<Narrowing, 'after' | 'before'>,
  ) => Promise<AsyncIterable<Uint8Array>>
}

export interface Mark {
  (id: string, marks: Marks): Promise<Summary>
  (messages: Narrowing, marks: Marks): Promise<Changed>
}

const address = (id: string, rest = ''): string => `/v1/messages/${encodeURIComponent(id)}${rest}`

export function createMessages({ send, json }: Transport): Messages {
  const list = (request: ListRequest = {}) => json<List>('GET', '/v1/messages', { query: { ...request } })
  const octets = async (path: string, within: Within = {}) =>
    new Uint8Array(await (await send('GET', path, { query: { ...within } })).arrayBuffer())
  const words = async (path: string, within: Within = {}) =>
    (await send('GET', path, { query: { ...within } })).text()
  function mark(id: string, marks: Marks): Promise<Summary>
  function mark(messages: Narrowing, marks: Marks): Promise<Changed>
  function mark(messages: string | Narrowing, marks: Marks): Promise<Summary | Changed> {
    return typeof messages === 'string'
      ? json('PATCH', address(messages), { json: marks })
      : json('PATCH', '/v1/messages', { json: marks, query: queryOf(messages) })
  }
  return {
    list,
    each: (request) => pages(list, request),
    get: (id, within = {}) => json<Message>('GET', address(id), { query: { ...within } }),
    raw: (id, within) => octets(address(id, '/raw'), within),
    text: (id, within) => words(address(id, '/text'), within),
    html: (id, within) => words(address(id, '/html'), within),
    part: (id, path) => octets(address(id, `/parts/${encodeURIComponent(path)}`)),
    inject: (mail, envelope = {}) =>
      json<Summary>('POST', '/v1/messages', {
        body: octetsOf(mail),
        headers: { 'content-type': 'message/rfc822' },
        query: { from: envelope.from, to: envelope.to },
      }),
    compose: (mail) => json<Summary>('POST', '/v1/messages', { json: mail }),
    mark,
    remove: async (messages) => {
      const answer =
        typeof messages === 'string'
          ? json<Deleted>('DELETE', address(messages))
          : json<Deleted>('DELETE', '/v1/messages', { query: queryOf(messages) })
      return (await answer).deleted
    },
    exportMail: async (format, narrowing = {}) => {
      const answer = await send('GET', '/v1/export', { query: { format, ...queryOf(narrowing) } })
      return chunksOf(answer)
    },
  }
}

/** fetch sends no memory that threads share; only such octets are copied. */
function octetsOf(mail: Uint8Array | string): Uint8Array<ArrayBuffer> {
  if (typeof mail === 'string') return new TextEncoder().encode(mail)
  const { buffer, byteOffset, byteLength } = mail
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(mail)
}

const queryOf = ({ ids, ...rest }: Narrowing & { readonly all?: true }) => ({ ...rest, ids: ids?.join(',') })

async function* pages(
  list: Messages['list'],
  request: Omit<ListRequest, 'page' | 'total'> = {},
): AsyncGenerator<Summary> {
  let page: string | null = null
  do {
    const answer = await list({ ...request, ...(page === null ? {} : { page }) })
    yield* answer.messages
    page = answer.nextPage
  } while (page !== null)
}
