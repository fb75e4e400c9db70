import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageOfSessions } from '#mailhold/http/session-pages.js'
import { asSessionId } from '#mailhold/model/ids.js'
import type { SessionRecord } from '#mailhold/model/session.js'
import type { SessionList } from '#mailhold/wire/session.js'
import { startServer, type TestServer } from '../../support/http.js'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  for (let count = 0; count < 5; count++) await greetAndQuit()
})

afterAll(async () => {
  await server.mailhold.stop()
})

/** Resolves when the server has closed the connection. */
function greetAndQuit(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.mailhold.smtp?.port ?? 0, '127.0.0.1')
    socket.on('error', reject).on('close', () => resolve())
    socket.on('data', () => {})
    socket.write('EHLO client.test\r\nQUIT\r\n')
  })
}

describe('sessions', () => {
  it('are shown with their transcripts, also when they sent no mail', async () => {
    const { sessions } = await server.json<SessionList>('/v1/sessions?protocol=smtp')
    const [newest] = sessions

    expect(sessions).toHaveLength(5)
    expect(newest).toMatchObject({
      protocol: 'smtp',
      helo: 'client.test',
      messageIds: [],
      tls: null,
      auth: null,
    })
    expect(newest?.transcript.map(({ who, text }) => `${who}: ${text}`)).toEqual(
      expect.arrayContaining(['client: EHLO client.test', 'client: QUIT']),
    )
    expect(await server.json(newest?.url ?? '')).toEqual(newest)
  })

  it('are found page by page, each once', async () => {
    const ids: string[] = []
    let page: string | null = ''
    while (page !== null) {
      const list: SessionList = await server.json(`/v1/sessions?limit=2${page && `&page=${page}`}`)
      ids.push(...list.sessions.map(({ id }) => id))
      page = list.nextPage
    }

    expect(new Set(ids).size).toBe(5)
    expect(ids).toHaveLength(5)
  })

  it('are narrowed by protocol and message', async () => {
    expect(await server.json('/v1/sessions?protocol=pop3')).toEqual({ sessions: [], nextPage: null })
    expect(await server.json('/v1/sessions?messageId=none')).toEqual({ sessions: [], nextPage: null })
  })
})

describe('pages of sessions that began at the same time', () => {
  it('show every session once', async () => {
    const times = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (began, limit) => {
        const all = began
          .sort((one, other) => other - one)
          .map((startedAt, at) => ({ ...blank, id: asSessionId(`s${at}`) ?? blank.id, startedAt }))
        const mailroom = {
          sessions: async (filter: { readonly limit: number; readonly startedBefore?: number }) =>
            all.filter(({ startedAt }) => startedAt < (filter.startedBefore ?? 99)).slice(0, filter.limit),
        }

        const shown: string[] = []
        let page: string | null | undefined
        while (page !== null) {
          const answer = await pageOfSessions(mailroom, { limit, ...(page && { page }) })
          shown.push(...answer.records.map(({ id }) => id))
          page = answer.nextPage
        }

        expect(shown).toEqual(all.map(({ id }) => id))
      }),
    )
  })
})

const blankId = asSessionId('none')
if (!blankId) throw new Error('not an id')
const blank: SessionRecord = {
  id: blankId,
  protocol: 'smtp',
  startedAt: 0,
  remote: '',
  local: '',
  messageIds: [],
  problems: [],
  transcript: [],
  transcriptTruncated: false,
}
