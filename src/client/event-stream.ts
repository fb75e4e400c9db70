// Server-sent events as the HTML standard defines them (§9.2.6), from octets to events.

export interface StreamEvent {
  readonly type: string
  readonly data: string
  /** the last id that the stream told, this event's or an earlier one's */
  readonly id: string
}

/** Reads events until the stream ends. An unfinished event at the end is dropped, as the standard says. */
export async function* readEventStream(octets: AsyncIterable<Uint8Array>): AsyncGenerator<StreamEvent> {
  let id = ''
  let type = ''
  let data: string[] = []
  for await (const line of lines(octets)) {
    if (line === '') {
      if (data.length > 0) yield { type: type || 'message', data: data.join('\n'), id }
      type = ''
      data = []
      continue
    }
    const { name, value } = field(line)
    if (name === 'data') data.push(value)
    if (name === 'event') type = value
    if (name === 'id' && !value.includes('\0')) id = value
  }
}

/** A line that begins with a colon is a comment and has the field name `''`. */
function field(line: string): { name: string; value: string } {
  const colon = line.indexOf(':')
  if (colon < 0) return { name: line, value: '' }
  return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') }
}

/** Lines end with CRLF, LF or CR; pieces of a long line are joined once, at its end. */
async function* lines(octets: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  let endedWithCr = false
  for await (const chunk of octets) {
    let text = decoder.decode(chunk, { stream: true })
    if (text === '') continue
    if (endedWithCr && text.startsWith('\n')) text = text.slice(1)
    endedWithCr = text === '' ? false : text.endsWith('\r')
    const parts = text.split(/\r\n|\n|\r/)
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield pieces.length === 0 ? part : [...pieces, part].join('')
      pieces = []
    }
    if (last !== '') pieces.push(last)
  }
}
