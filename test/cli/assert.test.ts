import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AskedServer, freshInbox, startAskedServer } from './asked-server.js'

let server: AskedServer

beforeAll(async () => {
  server = await startAskedServer()
})

afterAll(async () => {
  await server.stop()
})

describe('mailhold assert', () => {
  const passing = (inbox: string) => `
# what a sign-up sends
inbox: ${inbox}
timeout: 300ms
expectations:
  - name: welcome
    match: { subject: Welcome, link: { href: { startsWith: "https://app.example/" } } }
  - name: no invoice
    match: { subject: Invoice }
    count: 0
    settle: 50ms
`

  it('ends with 0 when every expectation of a YAML file is met', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Welcome', 'https://app.example/start')

    const { code, out } = await server.mailhold(['assert', '-f', server.write(passing(inbox))])

    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^2 expectations met\n/) })
  })

  it('reads JSON, and standard input', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Welcome')
    const input = JSON.stringify({ inbox, timeout: '0s', expectations: [{ match: { subject: 'Welcome' } }] })

    expect(await server.mailhold(['assert', '-f', '-'], { input })).toMatchObject({ code: 0 })
  })

  it('takes a list of expectations alone, and options before what the file says', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Welcome')
    const file = server.write('[{ match: { subject: Welcome }, timeout: 0s }]')

    expect(await server.mailhold(['assert', '-f', file, '--inbox', inbox])).toMatchObject({ code: 0 })
    expect(await server.mailhold(['assert', '-f', file, '--inbox', freshInbox()])).toMatchObject({ code: 1 })
  })

  it.each([
    ['a: [', /^mailhold: \S+\.yml:1: /],
    ['expectations:\n  - match:\n      code: 482913\n', /\.yml:3: .*must be a text.*put it in quotes\n$/],
    ['expectations:\n  - match:\n      sbject: x\n', /\.yml:\d: .*did you mean "subject"\?\n$/],
    ['- match: {}\n- mtach: {}\n', /\.yml:2: .*did you mean "match"\?\n$/],
    [
      'timeout: 20\nexpectations: [{ match: {} }]\n',
      /\.yml:1: timeout: must be a duration such as 10s, 500ms or 0s, got "20"\n$/,
    ],
    ['hello', /must hold a member "expectations" with a list\n$/],
    ['expectations: [{ match: {} }]\nexpectations: []\n', /\.yml:2: .*unique/],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (b, at: number) => `${b}: &${b} [${`*${'abcdefgh'[at]},`.repeat(9)}]\n`)}`,
      /alias/,
    ],
  ])('ends with 2 and the line for the file %j', async (text, sentence) => {
    const { code, out, err } = await server.mailhold(['assert', '-f', server.write(text)])

    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(sentence)
  })

  it('ends with 2 where there is no file', async () => {
    expect(await server.mailhold(['assert'])).toMatchObject({ code: 2 })
    expect(await server.mailhold(['assert', '-f', 'nowhere.yml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('got "nowhere.yml"'),
    })
  })

  it('chooses the GitHub reporter by itself, with a table in the step summary', async () => {
    const inbox = freshInbox()
    await server.deliver(inbox, 'Welcome 100%')
    const file = server.write(
      `expectations: [{ name: "a, b", inbox: ${inbox}, timeout: 0s, match: { subject: Welcome } }]`,
    )
    const summary = join(server.folder, `${randomUUID()}.md`)

    const { code, out } = await server.mailhold(['assert', '-f', file], {
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
    })

    expect(code).toBe(1)
    expect(out).toMatch(
      new RegExp(`^::error file=${file},title=mailhold assert ${file}%3A a%2C b::timeout`, 'm'),
    )
    expect(out).toContain('"Welcome 100%25"')
    expect(readFileSync(summary, 'utf8')).toMatch(/^\| ❌ \| a, b \| 0 \| timeout&#58; expected at least 1/m)
  })

  it('tells JSON and JUnit', async () => {
    const file = server.write(
      `expectations: [{ name: "<x>", inbox: ${freshInbox()}, timeout: 0s, match: {} }]`,
    )

    const json = await server.mailhold(['assert', '-f', file, '--reporter', 'json'])
    const junit = await server.mailhold(['assert', '-f', file, '--reporter', 'junit'])

    expect(JSON.parse(json.out)).toMatchObject({ pass: false, expectations: [{ name: '<x>', pass: false }] })
    expect(junit.out).toContain('tests="1" failures="1" errors="0"')
    expect(junit.out).toContain('name="&lt;x&gt;"')
  })
})
