// The one place from which the page talks to its server.

import { createClient } from '../../src/client/client.js'
import { serverUrl } from './base.js'
import { setConnection } from './connection.js'

export type { Message } from '../../src/wire/message.js'
export type { Summary } from '../../src/wire/summary.js'

/** The live line tells by this whether the server is there. */
const watchedFetch: typeof fetch = async (input, init) => {
  const isLive = typeof input === 'string' && input.startsWith(`${serverUrl}/v1/events`)
  if (!isLive) return fetch(input, init)
  try {
    const answer = await fetch(input, init)
    setConnection(answer.ok ? 'live' : 'lost')
    return answer.body ? new Response(announceEnd(answer.body), answer) : answer
  } catch (error) {
    setConnection('lost')
    throw error
  }
}

/** The stream unchanged; when it breaks off, the line is lost. */
function announceEnd(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await reader.read().catch(() => ({ done: true as const, value: undefined }))
      if (!done) return controller.enqueue(value)
      setConnection('lost')
      controller.close()
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

export const api = createClient({ url: serverUrl, fetch: watchedFetch })

/** The address of something that the server gives, for links and frames. */
export const apiAddress = (path: string): string => `${serverUrl}${path}`
