import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { type Client, createClient, type Mail, NotInMail } from '#mailhold/client/client.js'

let server: RunningMailhold
let client: Client
let mail: Mail

beforeAll(async () => {
  server = await startMailhold({ pop3: 'off' })
  client = createClient({ url: server.url })
  const inbox = client.inbox()
  await client.compose({
    from: 'app@example.com',
    to: inbox.address('ada'),
    subject: 'Invoice 7',
    html: '<p>Your code is <b>482913</b>. <a href="https://app.test/pay?t=1">Pay</a></p>',
    attachments: [{ filename: 'invoice-7.txt', content: Buffer.from('7 €').toString('base64') }],
  })
  mail = await inbox.getMail()
})
afterAll(() => server.stop())

it('gives its link, its code and its octets', async () => {
  expect(mail.link('pay')).toBe('https://app.test/pay?t=1')
  expect(mail.code()).toBe('482913')
  expect(mail.header('subject')).toBe('Invoice 7')
  expect(Buffer.from(await mail.raw()).toString()).toContain('Subject: Invoice 7\r\n')
})

it('gives an attachment with its octets', async () => {
  const attachment = mail.attachment('invoice-*')

  expect(attachment).toMatchObject({ filename: 'invoice-7.txt', size: 5 })
  expect(await attachment.bytes()).toEqual(new Uint8Array(Buffer.from('7 €')))
  expect(await attachment.text()).toBe('7 €')
})

it('shows nothing but data when it is printed or compared', () => {
  expect(JSON.parse(JSON.stringify(mail))).toEqual(mail)
  expect(Object.values(mail).filter((value) => typeof value === 'function')).toEqual([])
})

it('opens in a page the view that is safe', async () => {
  const opened: string[] = []
  await mail.open({ goto: async (url) => opened.push(url) })

  expect(opened).toEqual([`${server.url}/v1/messages/${mail.id}/view`])
  expect((await fetch(opened[0] ?? '')).headers.get('content-security-policy')).toContain('sandbox')
})

it('is judged alone, whatever else lies in its inbox', async () => {
  const inbox = client.inbox()
  const first = await client.compose({ from: 'a@x.test', to: inbox.address(), subject: 'First' })
  await client.compose({ from: 'a@x.test', to: inbox.address(), subject: 'Second' })
  const one = await inbox.getMail({ id: first.id })

  expect(await one.judge({ subject: 'First' })).toMatchObject({ pass: true })
  expect(await one.judge({ subject: 'Second' })).toMatchObject({ pass: false })
  expect(await one.judge({ subject: 'Second' }, 'not')).toMatchObject({ pass: true })
  expect(await one.judge({ subject: 'First' }, 'not')).toMatchObject({ pass: false })
})

it('says that it has no code', async () => {
  const inbox = client.inbox()
  await client.compose({ from: 'a@x.test', to: inbox.address(), subject: 'x', text: 'nothing to type' })
  const one = await inbox.getMail()

  expect(() => one.code()).toThrow(NotInMail)
  expect(() => one.code()).toThrow('the mail has no codes')
})

it('says which codes it has when it has several', async () => {
  const inbox = client.inbox()
  await client.compose({
    from: 'a@x.test',
    to: inbox.address(),
    subject: 'x',
    text: 'Your code is 482913.\n\nYour PIN: 7731',
  })
  const one = await inbox.getMail()

  expect(() => one.code()).toThrowErrorMatchingInlineSnapshot(`
    [NotInMail: the mail has 2 codes, not one:
      "7731" near "Your code is 482913. Your PIN: 7731"
      "482913" near "Your code is 482913. Your PIN: 7731"]
  `)
})
