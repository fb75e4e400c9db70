import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countInWords as inStory } from '#mailhold/assert/plan.js'
import { github } from '#mailhold/cli/report/github.js'
import { junit } from '#mailhold/cli/report/junit.js'
import { countInWords, outline, type Report } from '#mailhold/cli/report/report.js'
import { isInstalled } from '../support/programs.js'

const hostile = 'x\u0000]]>&<b>"\u001b\n::set-output name=a::b\n| \ud800 @all'

const failure: NonNullable<Report['verdicts'][number]['failure']> = {
  reason: 'timeout',
  expected: { min: 1, max: 1 },
  matched: 0,
  came: [],
  nearest: [
    {
      id: 'id1',
      subject: hostile,
      inboxes: ['w1'],
      receivedAt: '2026-01-01T00:00:00.000Z',
      criteria: [
        { path: 'to', op: 'equals', pass: true, expected: 'a@b', actual: 'a@b' },
        { path: 'code', op: 'equals', pass: false, expected: '12', actual: null, hint: 'no code' },
      ],
      url: '/v1/messages/id1',
    },
  ],
  elsewhere: [],
  smtp: { sessions: 0, rejected: [], openTransactions: 0 },
  hints: ['No SMTP connection came.'],
}

const report = (name: string): Report => ({
  title: 'mailhold assert a,b:c.yml',
  file: 'a,b:c.yml',
  pass: false,
  waitedMs: 1234,
  verdicts: [
    { name: 'fine', matched: 1 },
    { name, matched: 0, failure },
  ],
  text: `story ${name}`,
  answer: {},
})

const quiet = { complain: () => undefined }
const inActions = (env: Readonly<Record<string, string>>) => ({
  machine: { platform: 'linux', home: '/', env },
  terminal: quiet as never,
})

it('the outline of a failure has the numbers, the hints and what differs', () => {
  expect(outline({ ...failure, nearest: failure.nearest.map((one) => ({ ...one, subject: 'S' })) })).toBe(
    `timeout: expected exactly 1 mail, matched 0
No SMTP connection came.
nearest: id1 "S"
  code equals "12", actual nothing (no code)`,
  )
})

it('the outline of too many names those that came, in the words of the story', () => {
  const receivedAt = '2026-01-01T00:00:00.000Z'
  const came = ['id1', 'id2'].map((id) => ({
    ...{ id, receivedAt, subject: 'Hi', inboxes: ['w1'], url: `/v1/messages/${id}` },
    recipients: ['ada@example.com', 'bob@example.com'],
  }))
  const none = {
    ...failure,
    reason: 'tooMany',
    expected: { min: 0, max: 0 },
    matched: 2,
    hints: [],
    nearest: [],
  }

  expect(outline({ ...none, came })).toBe(
    `tooMany: expected no mails, matched 2
came: id1 "Hi" to ada@example.com, bob@example.com
came: id2 "Hi" to ada@example.com, bob@example.com`,
  )
})

it('the outline of a search that found nothing shows no value of the mail', () => {
  const criteria = [{ path: 'q', op: 'finds', pass: false, expected: 'from:ada', actual: null }]
  const nearest = failure.nearest.map((one) => ({ ...one, criteria }))

  expect(
    outline({ ...failure, nearest })
      .split('\n')
      .at(-1),
  ).toBe('  q finds "from:ada"')
})

it.each([{ min: 1 }, { min: 0, max: 0 }, { min: 2, max: 2 }, { min: 0, max: 3 }, { min: 1, max: 3 }])(
  'counts are told in the words of the story: %o',
  (count) => {
    expect(countInWords(count)).toBe(inStory(count))
  },
)

it('an annotation is one line, whatever stands in it', () => {
  const lines = github(report('50%: a,b\r\nc'), inActions({})).split('\n')
  const annotations = lines.filter((line) => line.startsWith('::error '))

  expect(annotations).toHaveLength(1)
  expect(annotations[0]).toMatch(
    /^::error file=a%2Cb%3Ac\.yml,title=mailhold assert a%2Cb%3Ac\.yml%3A 50%25%3A a%2Cb%0D%0Ac::timeout: expected/,
  )
  expect(annotations[0]).toContain('%0ANo SMTP connection came.%0A')
})

it('nothing in the story is obeyed as a workflow command', () => {
  const lines = github(report(hostile), inActions({})).split('\n')
  const token = lines[0]?.replace('::stop-commands::', '')
  const command = lines.indexOf('::set-output name=a::b')

  expect(token).toMatch(/^[0-9a-f-]{36}$/)
  expect(command).toBeGreaterThan(0)
  expect(lines.indexOf(`::${token}::`)).toBeGreaterThan(command)
})

it('the table in the step summary keeps its rows, whatever stands in them', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mailhold-summary-')), 'summary.md')
  writeFileSync(file, 'before')
  github(report(hostile), inActions({ GITHUB_STEP_SUMMARY: file }))

  const lines = readFileSync(file, 'utf8').split('\n')
  const rows = lines.filter((line) => line.startsWith('|'))

  expect(lines[0]).toBe('before')
  expect(rows).toHaveLength(4)
  expect(rows.map((row) => row.split('|').length)).toEqual([6, 6, 6, 6])
  expect(rows.join('\n')).not.toMatch(/<b>|@all/)
})

it('a summary that cannot be written does not change the outcome', () => {
  const told: string[] = []
  const terminal = { complain: (line: string) => told.push(line) } as never

  const log = github(report('x'), { ...inActions({ GITHUB_STEP_SUMMARY: '/nowhere/summary.md' }), terminal })

  expect(log).toContain('::error ')
  expect(told[0]).toMatch(/^mailhold: the step summary was not written: .*ENOENT/)
})

it('JUnit XML counts, and holds nothing that XML forbids', () => {
  const xml = junit(report(hostile))

  expect(xml).toContain('tests="2" failures="1" errors="0" time="1.234"')
  expect(xml).toContain('name="x\ufffd]]&gt;&amp;&lt;b&gt;&quot;\ufffd&#10;::set-output')
  expect(xml).toContain('<testcase classname="mailhold assert a,b:c.yml" name="fine"/>')
  expect(xml).not.toMatch(/\p{Cs}/u)
  expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
})

it.runIf(isInstalled('python3'))('JUnit XML is read by a parser of another make', () => {
  const script =
    'import sys, xml.dom.minidom as m; d = m.parseString(sys.stdin.buffer.read()); print(len(d.getElementsByTagName("failure")))'

  expect(execFileSync('python3', ['-c', script], { input: junit(report(hostile)) }).toString()).toBe('1\n')
})
