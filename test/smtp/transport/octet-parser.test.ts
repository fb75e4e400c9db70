import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OctetParser } from '#mailhold/smtp/transport/octet-parser.js'

/** What a parser made of the pieces; a line `take n` diverts the next n octets. */
async function parse(pieces: readonly string[]): Promise<string[]> {
  const made: string[] = []
  const parser = new OctetParser()
  parser.oncommand = (line, done) => {
    made.push(`line ${line.toString('latin1')}`)
    const size = /^take (\d)$/.exec(line.toString())?.[1]
    if (size !== undefined) divert(parser, Number(size), made)
    done?.()
  }
  for (const piece of pieces)
    await new Promise((resolve) => parser.write(Buffer.from(piece, 'latin1'), resolve))
  await new Promise<void>((resolve) => parser.end(resolve))
  return made
}

function divert(parser: OctetParser, size: number, made: string[]): void {
  let taken = ''
  parser.divert({
    take(octets) {
      const own = octets.subarray(0, size - taken.length)
      taken += own.toString('latin1')
      return taken.length === size ? own.length : undefined
    },
    settle: () => undefined,
    async end() {
      made.push(`took ${taken}`)
    },
  })
}

function reference(text: string): string[] {
  const made: string[] = []
  let left = text
  for (;;) {
    const end = left.indexOf('\n')
    if (end < 0) return made
    const line = left.slice(0, end).replace(/\r$/, '')
    left = left.slice(end + 1)
    made.push(`line ${line}`)
    const size = Number(/^take (\d)$/.exec(line)?.[1] ?? Number.NaN)
    if (Number.isNaN(size)) continue
    if (left.length < size) return made
    made.push(`took ${left.slice(0, size)}`)
    left = left.slice(size)
  }
}

test('any pieces give the same lines and octets as the whole', async () => {
  const text = fc.constantFrom(
    'take 3\r\n',
    'take 0\n',
    'take 9\r\n',
    'x',
    '\r',
    '\n',
    '\r\n',
    '\xff',
    'take ',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 10 }), async (pieces) => {
      const texts = pieces.map((piece) => piece.join(''))
      expect(await parse(texts)).toEqual(reference(texts.join('')))
    }),
    { numRuns: 1_000 },
  )
})
