// One HTTP request: the address, the query, the body, and the server's no as an error.

import type { Problem } from '../wire/problem.js'
import { NoServer, ServerProblem } from './errors.js'
import type { Answer, Fetch, Call as HttpCall } from './http/answer.js'
import { isError } from './realm.js'

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

export interface Call {
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  /** becomes the JSON body */
  readonly json?: unknown
  /** the body as it is; its Content-Type stands in `headers` */
  readonly body?: Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
  /** statuses that are answers too, beside the successful ones */
  readonly answers?: readonly number[]
}

export interface Transport {
  /** The server's address without credentials and without a slash at its end. */
  readonly url: string
  /** Resolves with a successful answer, or one of `answers`. @throws ServerProblem, NoServer, or what `signal` says */
  readonly send: (method: string, path: string, call?: Call) => Promise<Answer>
  /** The same, read as JSON. */
  readonly json: <Body>(method: string, path: string, call?: Call) => Promise<Body>
}

export interface TransportOptions {
  /** where the server is, with the user name and password for `--http-auth` if need be: `http://ada:secret@localhost:8025` */
  readonly url: string | URL
  /** another way to the server than the global `fetch` */
  readonly fetch?: Fetch
  /** ends every call */
  readonly signal?: AbortSignal
  /** milliseconds that one call of a wait may take; less where a proxy in between is impatient */
  readonly longestCall?: number
}

export function createTransport(options: TransportOptions): Transport {
  const { url, headers } = splitCredentials(new URL(options.url))
  const ask: Fetch = options.fetch ?? fetchHere
  const send: Transport['send'] = async (method, path, call = {}) => {
    const signal = either(call.signal, options.signal)
    const request: HttpCall = {
      method,
      headers: {
        ...headers,
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
      ...(call.body === undefined ? {} : { body: call.body }),
      ...(signal === undefined ? {} : { signal }),
    }
    const answer = await ask(`${url}${path}${queryText(call.query)}`, request).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : new NoServer(url, error)
    })
    const isAnswer = answer.ok || call.answers?.includes(answer.status)
    if (!isAnswer) throw await refusal(url, answer)
    return answer
  }
  // the shape is the server's promise: its own schemas checked it on the way out
  const json = async <Body>(method: string, path: string, call?: Call): Promise<Body> => {
    const answer = await send(method, path, call)
    return answer.json().catch((error: unknown) => {
      // the server went away in the middle of its answer
      const isEnded = call?.signal?.aborted || options.signal?.aborted
      if (isEnded) throw error
      throw isError(error) && error.name === 'SyntaxError'
        ? anotherServer(url, answer)
        : new NoServer(url, error)
    }) as Promise<Body>
  }
  return { url, send, json }
}

const either = (one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined =>
  one && other ? AbortSignal.any([one, other]) : (one ?? other)

/** Looked up at each call: tests may replace it. */
const fetchHere: Fetch = (...request) => {
  if (typeof fetch === 'function') return fetch(...request)
  throw new Error('there is no fetch here; in Jest, tests of mail need the environment node, not jsdom')
}

/** fetch refuses addresses with credentials; they go into a header (RFC 7617, UTF-8). */
function splitCredentials(address: URL): { url: string; headers: Record<string, string> } {
  const { username, password } = address
  const url = `${address.origin}${address.pathname}`.replace(/\/+$/, '')
  if (username === '' && password === '') return { url, headers: {} }
  const octets = new TextEncoder().encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  const binary = Array.from(octets, (octet) => String.fromCharCode(octet)).join('')
  return { url, headers: { authorization: `Basic ${btoa(binary)}` } }
}

/** `''`, or `?` and every member that is there; a list is repeated. */
function queryText(query: Query = {}): string {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const item of Array.isArray(value) ? value : [value]) found.append(name, String(item))
  }
  const text = found.toString()
  return text === '' ? '' : `?${text}`
}

/** What answers there is a web server of another kind. */
export const anotherServer = (url: string, answer: Pick<Answer, 'status' | 'statusText'>): NoServer =>
  new NoServer(url, new Error(`another server does: ${titleOf(answer)}`))

const titleOf = ({ status, statusText }: Pick<Answer, 'status' | 'statusText'>): string =>
  `${status} ${statusText}`.trim()

/** What a server says that knows nothing of our paths: not found, no such method, not implemented. A proxy before ours says other things. */
const strange = [404, 405, 501]

/** The server's own account, or one made up where a proxy in between answered with a page. */
async function refusal(url: string, answer: Answer): Promise<ServerProblem | NoServer> {
  const told: unknown = await answer.json().catch(() => undefined)
  const { status } = answer
  if (strange.includes(status) && !isOurs(told)) return anotherServer(url, answer)
  const title = titleOf(answer)
  const own: Problem = { type: 'about:blank', title, status, detail: `the server answered ${title}` }
  return new ServerProblem(status, typeof told === 'object' && told !== null ? { ...own, ...told } : own)
}

const isOurs = (told: unknown): boolean =>
  typeof told === 'object' && told !== null && 'type' in told && `${told.type}`.startsWith('urn:mailhold:')
