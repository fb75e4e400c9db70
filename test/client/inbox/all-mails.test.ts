import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { type Client, createClient, type TestInbox } from '#mailhold/client/client.js'
import { allMails } from '#mailhold/client/inbox/all-mails.js'

let server: RunningMailhold
let client: Client
let inbox: TestInbox
const subjects = Array.from({ length: 123 }, (_, at) => `Mail ${at}`)

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
  client = createClient({ url: server.url })
  inbox = client.inbox()
  for (const subject of subjects) {
    await client.compose({ from: 'app@example.com', to: inbox.address(), subject, text: 'It works.' })
  }
})
afterAll(() => server.stop())

it('more mails than one answer holds are found all the same, whole and oldest first', async () => {
  const mails = await inbox.findMails({ subject: /^Mail/ }, { count: 123 })

  expect(mails.map(({ subject }) => subject)).toEqual(subjects)
  expect(mails.every(({ text }) => text.trim() === 'It works.')).toBe(true)
})

it('fewer mails than matched are never given as all of them', async () => {
  const match = { subject: { startsWith: 'Mail' } }
  const answer = await inbox.wait({ match })
  if (!answer.pass) throw new Error(answer.text)
  const found = allMails({ ...answer, matched: 124 }, match, { wait: inbox.wait, get: client.get })

  await expect(found).rejects.toThrow('124 mails match, and 123 of them can be read now; narrow the criteria')
})
