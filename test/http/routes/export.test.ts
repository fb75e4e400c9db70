import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  await server.keep(
    'Subject: one\r\n\r\nFrom here\r\n>From there\r\n',
    '?from=a@b.test&to=x@w1.mailhold.test',
  )
  await server.keep('Subject: two\r\n\r\nno end of line', '?from=&to=x@w2.mailhold.test')
})

afterAll(async () => {
  await server.mailhold.stop()
})

describe('an export', () => {
  it('as mbox quotes what looks like its own lines, oldest first', async () => {
    const answer = await server.ask('/v1/export?format=mbox')
    const text = (await answer.text()).replace(/(?<=^From \S+ ).*$/gm, 'DATE')

    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="mailhold.mbox"')
    expect(text).toBe(
      'From a@b.test DATE\nSubject: one\r\n\r\n>From here\r\n>>From there\r\n\nFrom MAILER-DAEMON DATE\nSubject: two\r\n\r\nno end of line\n',
    )
  })

  it('as zip has a file per message under a safe name', async () => {
    const answer = await server.ask('/v1/export?format=zip')
    const octets = Buffer.from(await answer.arrayBuffer())

    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(octets.subarray(0, 2).toString()).toBe('PK')
    expect(octets.toString('latin1').match(/\d{8}-\d{6}-[a-z0-9]+\.eml/g)).toHaveLength(4)
  })

  it('takes what the narrowing leaves', async () => {
    const text = await (await server.ask('/v1/export?format=mbox&inbox=w2')).text()

    expect(text.match(/^Subject: \w+/gm)).toEqual(['Subject: two'])
    expect(await (await server.ask('/v1/export?format=mbox&q=subject%3Anothing')).text()).toBe('')
  })
})

describe('an export from which a message is deleted before its turn', () => {
  // far more than the buffers between server and reader hold, and nothing that could be packed
  const long = Buffer.concat([Buffer.from('Subject: long\r\n\r\n'), randomBytes(16_000_000)])
  let busy: TestServer

  beforeEach(async () => {
    busy = await startServer()
    await busy.keep(new Uint8Array(long), '?to=x@w1.mailhold.test')
  })

  afterEach(() => busy.mailhold.stop())

  /** What is received when the second of three messages goes while the first is on its way. */
  async function exported(format: string): Promise<Buffer> {
    const { id } = await busy.keep('Subject: deleted\r\n\r\n', '?to=x@w1.mailhold.test')
    await busy.keep('Subject: last\r\n\r\n', '?to=x@w1.mailhold.test')
    const reader = (await busy.ask(`/v1/export?format=${format}`)).body?.getReader()
    if (!reader) throw new Error('the answer has no body')
    const pieces: Uint8Array[] = []
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (pieces.length === 0) await busy.json(`/v1/messages/${id}`, { method: 'DELETE' })
      pieces.push(piece.value)
    }
    return Buffer.concat(pieces)
  }

  it('as mbox goes on with the next', async () => {
    const text = (await exported('mbox')).toString('latin1')

    expect(text.match(/^Subject: (?:long|deleted|last)/gm)).toEqual(['Subject: long', 'Subject: last'])
    expect(text).toMatch(/Subject: last\r\n\r\n\n$/)
  })

  it('as zip has a directory of the others', async () => {
    const octets = await exported('zip')
    const end = octets.length - 22

    expect(octets.readUInt32LE(end)).toBe(0x06054b50)
    expect(octets.readUInt16LE(end + 10)).toBe(2)
  })
})
