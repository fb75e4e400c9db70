// Beginnings of things that may be huge: read as far as wanted, then let go.

import { apiAddress } from './api.js'

export interface Beginning {
  readonly text: string
  readonly isWhole: boolean
}

/** The first octets of a text, read as UTF-8 unless its type says otherwise. @throws where the server does not give it */
export async function beginningOf(path: string, octets: number, signal?: AbortSignal): Promise<Beginning> {
  const answer = await fetch(apiAddress(path), signal ? { signal } : {})
  if (!answer.ok || !answer.body) throw new Error(`${answer.status}`)
  const decoder = decoderFor(answer.headers.get('content-type') ?? '')
  const reader = answer.body.getReader()
  let text = ''
  let left = octets
  while (left > 0) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), isWhole: true }
    text += decoder.decode(value.subarray(0, left), { stream: true })
    left -= value.length
  }
  await reader.cancel()
  return { text, isWhole: false }
}

function decoderFor(contentType: string): TextDecoder {
  const charset = /charset="?([\w.:+-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

/** Octets `start` to before `end` of a message as it was sent. */
export async function rawRange(
  id: string,
  start: number,
  end: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const headers = { range: `bytes=${start}-${end - 1}` }
  const answer = await fetch(apiAddress(`/v1/messages/${id}/raw`), { headers, ...(signal && { signal }) })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
