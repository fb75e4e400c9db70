import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import * as imported from '#mailhold/server/start-mailhold.js'
import { run, runProgram } from '../support/spawned-node.js'

const required: typeof imported = createRequire(import.meta.url)('mailhold/server')

describe.each([
  ['import', imported],
  ['require', required],
])('startMailhold() after %s', (_way, { startMailhold }) => {
  it('gives the client of a private server, and stops at the end of the block', async () => {
    let port = 0
    {
      await using mailhold = await startMailhold()
      port = mailhold.smtp.port
      const inbox = mailhold.inbox()
      await mailhold.compose({ from: 'a@x.test', to: inbox.address(), subject: 'Hello' })

      expect((await inbox.getMail()).subject).toBe('Hello')
      expect(mailhold.pop3.port).toBeGreaterThan(0)
      expect((await mailhold.status()).store.location).not.toBe('')
    }

    await expect(connection(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('may be called several times in one process', async () => {
    await using one = await startMailhold()
    await using other = await startMailhold({ pop3: 'off' })
    const inbox = one.inbox('same')
    await one.compose({ from: 'a@x.test', to: inbox.address(), subject: 'Hello' })

    expect(other.pop3).toBeUndefined()
    expect(await other.inbox('same').queryMail()).toBeNull()
    expect(await inbox.queryMail()).not.toBeNull()
  })

  it('knows the domain of inboxes that was asked for', async () => {
    await using mailhold = await startMailhold({ inboxDomain: ['mail.example', 'other.example'] })

    expect(mailhold.inbox('w1').address('ada')).toBe('ada@w1.mail.example')
  })

  it('says in a sentence what is wrong with an option', async () => {
    await expect(startMailhold({ maxMessages: 'many' })).rejects.toThrow(/--max-messages .*"many"/)
    await expect(startMailhold({ http: 'off' })).rejects.toThrow('reads mail over HTTP')
  })

  it('says in a sentence which port it cannot have', async () => {
    await using other = await startMailhold()
    const { port } = other.smtp

    await expect(startMailhold({ smtp: `127.0.0.1:${port}` })).rejects.toThrow(
      `--smtp: port ${port} is in use by another program; choose another with --smtp (0 takes any free one)`,
    )
  })

  it('stops once when it is told twice', async () => {
    const mailhold = await startMailhold()

    await Promise.all([mailhold.stop(), mailhold.stop()])
    await mailhold.stop()
  })
})

it.each([
  ['import', "const { startMailhold } = await import('mailhold/server')"],
  ['require', "const { startMailhold } = require('mailhold/server')"],
])('after %s nothing is left open that would keep the process', async (_way, load) => {
  const program = `${load}
    const mailhold = await startMailhold()
    const inbox = mailhold.inbox()
    const finding = inbox.findMail({ subject: /hello/i })
    await mailhold.compose({ from: 'a@x.test', to: inbox.address(), subject: 'Hello' })
    console.log((await finding).subject)
    await mailhold.stop()`

  expect(await run(program)).toEqual({ code: 0, output: 'Hello\n' })
})

it('reads mail and judges patterns in a process that was told what its own program is', async () => {
  const program = `import { startMailhold } from 'mailhold/server'
    const mailhold = await startMailhold()
    const inbox = mailhold.inbox()
    await mailhold.compose({ from: 'a@x.test', to: inbox.address(), subject: 'Hello', text: 'Code: 482913' })
    const mail = await inbox.findMail({ subject: /hello/i })
    console.log(mail.code(), mail.problems.length)
    await mailhold.stop()`

  const ended = await runProgram(process.execPath, ['--input-type=module', '-e', program])

  expect(ended).toEqual({ code: 0, output: '482913 0\n' })
})

it('is ready in less than 150 ms where the machine has time for it', async () => {
  let quickest = Number.POSITIVE_INFINITY
  // other tests run meanwhile: one undisturbed start among many says what it takes
  for (let round = 0; round < 25 && quickest >= 150; round += 1) {
    const startedAt = performance.now()
    await using _mailhold = await imported.startMailhold()
    quickest = Math.min(quickest, performance.now() - startedAt)
  }

  expect(quickest).toBeLessThan(150)
})

function connection(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve()
    }).on('error', reject)
  })
}
