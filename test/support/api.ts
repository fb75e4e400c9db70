// The HTTP API as tests use it: fetch, with the shapes of `wire`.

import type { Deleted, List } from '#mailhold/wire/list.js'
import type { Message } from '#mailhold/wire/message.js'
import type { SessionList } from '#mailhold/wire/session.js'
import type { Status } from '#mailhold/wire/status.js'
import type { Summary } from '#mailhold/wire/summary.js'

/** The JSON that a request is answered with, whatever the status. */
export async function getJson<Shape>(url: string, init?: RequestInit): Promise<Shape> {
  const response = await fetch(url, init)
  return (await response.json()) as Shape
}

/** The usual questions to a server at `url`. */
export const api = (url: string) => ({
  list: (query = '') => getJson<List>(`${url}/v1/messages${query}`),
  message: (id: string) => getJson<Message>(`${url}/v1/messages/${id}`),
  raw: async (id: string) => Buffer.from(await (await fetch(`${url}/v1/messages/${id}/raw`)).arrayBuffer()),
  status: () => getJson<Status>(`${url}/v1/status`),
  sessions: (query = '') => getJson<SessionList>(`${url}/v1/sessions${query}`),
  remove: (query: string) => getJson<Deleted>(`${url}/v1/messages${query}`, { method: 'DELETE' }),
  post: (query: string, octets: Uint8Array<ArrayBuffer>) =>
    fetch(`${url}/v1/messages${query}`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822' },
      body: octets,
    }),
  summaryOf: async (response: Response) => (await response.json()) as Summary,
})
