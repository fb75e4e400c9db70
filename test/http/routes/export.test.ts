import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
