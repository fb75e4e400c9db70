// Reads server-sent events one at a time.

export interface ReadEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: { readonly [member: string]: unknown }
}

export interface EventReader {
  /** The next event but `status`, or `undefined` when the stream ended. */
  next(): Promise<ReadEvent | undefined>
  /** The next event of any kind. */
  any(): Promise<ReadEvent | undefined>
  close(): Promise<void>
}

/** @param answer of `/v1/events` */
export function readEvents(answer: Response): EventReader {
  if (!answer.body) throw new Error('the answer has no body')
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const any = async (): Promise<ReadEvent | undefined> => {
    while (true) {
      const end = text.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await reader.read()
        if (done) return undefined
        text += value
        continue
      }
      const block = text.slice(0, end)
      text = text.slice(end + 2)
      if (block.includes('event:')) return parse(block)
    }
  }
  return {
    any,
    async next() {
      let event = await any()
      while (event?.event === 'status') event = await any()
      return event
    },
    close: () => reader.cancel(),
  }
}

function parse(block: string): ReadEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  return { event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? '{}') }
}
