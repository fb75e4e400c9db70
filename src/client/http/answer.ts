// What the client needs of fetch. A browser's fetch is such a one, and so is what Node has beside its own.

/** A `Response` is one. */
export interface Answer
  extends Pick<Response, 'ok' | 'status' | 'statusText' | 'arrayBuffer' | 'json' | 'text'> {
  /** Rejects with a TypeError when the line breaks, and with the reason of the signal when that ended the call. */
  readonly body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null
}

export interface Call {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
}

/** Resolves with every answer, whatever its status. */
export type Fetch = (url: string, call: Call) => Promise<Answer>

/** The body in pieces; leaving the loop early ends the request. */
export async function* chunksOf({ body }: Answer): AsyncGenerator<Uint8Array> {
  if (!body) return
  if (!('getReader' in body)) return yield* body
  // not in every browser can a loop go through a stream
  const reader = body.getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
