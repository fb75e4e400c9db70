import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterMessage, fromLine, quoteFromLines } from '#mailhold/http/export/mbox.js'

async function* cut(octets: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < octets.length; at += size) yield octets.subarray(at, at + size)
}

async function quoted(text: string, size = 1000): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of quoteFromLines(cut(Buffer.from(text, 'latin1'), size))) pieces.push(piece)
  return Buffer.concat(pieces).toString('latin1')
}

/** Undoes an mbox as the format's description says. */
function read(mbox: string): string[] {
  return mbox
    .split(/^From .*\n/m)
    .slice(1)
    .map((message) => message.slice(0, -1).replace(/^>(>*From )/gm, '$1'))
}

describe('quoting lines for an mbox', () => {
  it('puts one > before From at the start of a line, behind any number of >', async () => {
    expect(await quoted('From a\n>From b\n>>From c\r\nFrom: d\n From e\nxFrom f\nFrom')).toBe(
      '>From a\n>>From b\n>>>From c\r\nFrom: d\n From e\nxFrom f\nFrom',
    )
  })

  it('is the same wherever the octets are cut', async () => {
    const text = 'From a\n>>>From b\n\nFro\nFrom\n>>'
    const whole = await quoted(text)

    for (let size = 1; size <= text.length; size++) expect(await quoted(text, size)).toBe(whole)
  })

  it('can be undone exactly, message by message', async () => {
    const line = fc.string({
      unit: fc.constantFrom('From ', '>', 'F', 'r', 'o', 'm', ' ', '\n', '\r\n', 'x', '\0'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (messages, size) => {
          let mbox = ''
          for (const message of messages) {
            mbox += Buffer.from(fromLine('a@b.test', 0)).toString()
            mbox += await quoted(message, size)
            mbox += afterMessage.toString()
          }
          expect(read(mbox)).toEqual(messages)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes a time that grows with the size alone', async () => {
    const started = performance.now()

    await quoted('>'.repeat(20_000_000), 65_536)
    await quoted('From \n'.repeat(1_000_000), 65_536)

    expect(performance.now() - started).toBeLessThan(8_000)
  })
})

describe('the line before a message', () => {
  it('names the sender and the time as asctime does', () => {
    const at = Date.UTC(2026, 10, 2, 21, 52, 12)

    expect(Buffer.from(fromLine('app@example.com', at)).toString()).toBe(
      'From app@example.com Mon Nov  2 21:52:12 2026\n',
    )
  })

  it('holds nothing that could end it', () => {
    expect(Buffer.from(fromLine('a b\r\nFrom x', 0)).toString()).toBe(
      'From abFromx Thu Jan  1 00:00:00 1970\n',
    )
    expect(Buffer.from(fromLine('', 0)).toString()).toMatch(/^From MAILER-DAEMON /)
  })
})
