import { afterEach, describe, expect, test } from 'vitest'
import { createParserPool, ParserGaveUp, type ParserPool } from '#mailhold/mailroom/parser/pool.js'

let pool: ParserPool
const start = (options: Partial<Parameters<typeof createParserPool>[0]> = {}) => {
  pool = createParserPool({ usualThreads: 1, maxThreads: 2, budget: 5000, ...options })
  return pool
}
afterEach(() => pool.close())

const mail = (subject: string, body = 'hello\r\n') => Buffer.from(`Subject: ${subject}\r\n\r\n${body}`)
const index = async (octets: Uint8Array) => (await pool.index({ smtpUtf8: false }).end(octets, [])).facts

describe('the parser pool', () => {
  test('gives each message its own facts, however many come at once', async () => {
    start()
    const subjects = Array.from({ length: 200 }, (_, at) => `mail ${at}`)

    const facts = await Promise.all(subjects.map((subject) => index(mail(subject))))

    expect(facts.map(({ subject }) => subject)).toEqual(subjects)
  })

  test('takes messages in pieces that are interleaved with those of others', async () => {
    start()
    const jobs = ['one', 'two', 'three'].map((subject) => ({ subject, job: pool.index({ smtpUtf8: false }) }))
    for (const { subject, job } of jobs) await job.feed(mail(subject, ''))
    for (const { subject, job } of jobs) await job.feed(Buffer.from(`text of ${subject}\r\n`))

    const found = await Promise.all(jobs.map(({ job }) => job.end(new Uint8Array(0), [])))

    expect(found.map(({ facts: { subject, snippet } }) => [subject, snippet])).toEqual([
      ['one', 'text of one'],
      ['two', 'text of two'],
      ['three', 'text of three'],
    ])
  })

  test('gives up a message that takes longer than it may, and goes on with the others', async () => {
    start({ budget: 60 })
    // takes twice as long on the quickest machines; of 8 MB and more the budget would be another
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    const endless = Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(220_000)}`)
    const given = index(endless)
    const others = Array.from({ length: 20 }, (_, at) => index(mail(`other ${at}`)))

    await expect(given).rejects.toThrow(ParserGaveUp)
    expect((await Promise.all(others)).map(({ subject }) => subject)).toEqual(
      others.map((_, at) => `other ${at}`),
    )
  })

  test('never puts a small message behind one that comes in pieces', async () => {
    start({ maxThreads: 2 })
    await index(mail('warm'))
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'
    const large = pool.index({ smtpUtf8: false })
    await large.feed(Buffer.from('Content-Type: multipart/mixed; boundary=b\r\n\r\n'))
    const ended: string[] = []
    const slow = large.end(Buffer.from(part.repeat(60_000)), []).then(() => ended.push('large'))
    const small = index(mail('small')).then(() => ended.push('small'))
    await Promise.all([slow, small])

    expect(ended).toEqual(['small', 'large'])
  })

  test('ends what is under way when it closes', async () => {
    start()
    const waiting = index(mail('late'))
    const settled = expect(waiting).rejects.toThrow('Mailhold is stopping')
    await pool.close()

    await settled
  })

  test('forgets a message that was discarded', async () => {
    start()
    const job = pool.index({ smtpUtf8: false })
    await job.feed(mail('gone'))
    job.forget()

    expect((await index(mail('next'))).subject).toBe('next')
  })
})
