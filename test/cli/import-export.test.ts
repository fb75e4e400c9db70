import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, freshInbox, mailTo, served, sha256 } from './served.js'

const at = served()
const { mailhold } = at

describe('import and export', () => {
  it('give back every octet, through mbox and through a folder', async () => {
    const inbox = freshInbox()
    const folder = folderOf()
    const mails = [
      'Subject: 1\r\n\r\nFrom here\r\n>From there',
      'Subject: 2\n\nlf\n\n\n',
      'Subject: 3\r\n\r\n\0\xff',
    ]
    mkdirSync(join(folder, 'in'))
    for (const [at, rest] of mails.entries())
      writeFileSync(join(folder, 'in', `${at}.eml`), mailTo(inbox, rest))
    const wanted = mails.map((rest) => sha256(mailTo(inbox, rest))).sort()

    const first = await mailhold(['import', 'in'], '', folder)
    await mailhold(['export', '--inbox', inbox, 'all.mbox'], '', folder)
    await mailhold(['export', '--inbox', inbox, '--format', 'eml', 'out'], '', folder)
    await at.client.remove({ inbox })
    const second = await mailhold(['import', 'all.mbox'], '', folder)

    expect(first).toMatchObject({ code: 0, out: '3 messages imported, 0 failed\n', err: '' })
    expect(second).toMatchObject({ code: 0, out: '3 messages imported, 0 failed\n', err: '' })
    const exported = readdirSync(join(folder, 'out')).map((name) =>
      sha256(readFileSync(join(folder, 'out', name))),
    )
    expect(exported.sort()).toEqual(wanted)
    const kept: string[] = []
    for await (const { id } of at.client.each({ inbox })) kept.push(sha256(await at.client.raw(id)))
    expect(kept.sort()).toEqual(wanted)
  })

  it('loses no mail for how its file begins, whether it is an mbox or a message', async () => {
    const inbox = freshInbox()
    const folder = folderOf()
    const mail = Buffer.from(mailTo(inbox)).toString()
    writeFileSync(join(folder, 'a.mbox'), `From nobody\n${mail}\n`)
    writeFileSync(join(folder, 'b.eml'), 'From the desk of the headmaster\n')

    const { code, out } = await mailhold(['import', folder, '--to', `ada@${inbox}.mailhold.test`])

    expect({ code, out }).toEqual({ code: 0, out: '2 messages imported, 0 failed\n' })
    const octets: string[] = []
    for await (const { id } of at.client.each({ inbox, order: 'oldest' }))
      octets.push(Buffer.from(await at.client.raw(id)).toString())
    expect(octets).toEqual([mail, 'From the desk of the headmaster\n'])
  })

  it('go from one server to another through a pipe', async () => {
    const inbox = freshInbox()
    await at.client.inject(mailTo(inbox, 'Subject: 1\r\n\r\nFrom here\r\n'))
    await at.client.inject(mailTo(inbox, 'Subject: 2\n\n'))
    const { raw } = await mailhold(['export', '--inbox', inbox])
    await at.client.remove({ inbox })

    const { code, out } = await mailhold(['import', '-'], raw)

    expect({ code, out }).toEqual({ code: 0, out: '2 messages imported, 0 failed\n' })
    const { messages } = await at.client.list({ inbox })
    expect(messages.map(({ subject }) => subject)).toEqual(['2', '1'])
  })

  it('goes on after a bad file and names it', async () => {
    const inbox = freshInbox()
    const folder = folderOf()
    writeFileSync(join(folder, 'good.eml'), mailTo(inbox))
    writeFileSync(join(folder, 'empty.eml'), '')
    writeFileSync(join(folder, 'notes.txt'), 'no mail')

    const { code, out, err } = await mailhold(['import', folder, join(folder, 'not-there.eml')])

    expect(code).toBe(1)
    expect(out).toBe('1 message imported, 2 failed, 1 other file passed over\n')
    expect(err).toContain(`${join(folder, 'empty.eml')}: it is empty\n`)
    expect(err).toContain(`${join(folder, 'not-there.eml')}: ENOENT`)
  })

  it('takes envelope recipients with commas between, also inside of a quoted local part', async () => {
    const inbox = freshInbox()
    const folder = folderOf()
    writeFileSync(join(folder, 'one.eml'), mailTo(inbox))
    const recipients = [`"Ada, at work"@${inbox}.mailhold.test`, `bob@${inbox}.mailhold.test`]

    const { code } = await mailhold(['import', 'one.eml', '--to', recipients.join(', ')], '', folder)

    expect(code).toBe(0)
    const { messages } = await at.client.list({ inbox })
    expect(messages.map(({ envelope }) => envelope.to)).toEqual([recipients])
  })

  it('does not overwrite a file', async () => {
    const folder = folderOf()
    writeFileSync(join(folder, 'kept.mbox'), 'mine')

    const { code, err } = await mailhold(['export', 'kept.mbox'], '', folder)

    expect(code).not.toBe(0)
    expect(err).toMatch(/^mailhold: .*EEXIST.*\n$/)
    expect(readFileSync(join(folder, 'kept.mbox'), 'utf8')).toBe('mine')
  })
})
