// Stories of assertions and barriers as a person reads them: end to end, over SMTP and HTTP.

import { expect, test } from 'vitest'
import { waitingServer } from '../../support/waiting-server.js'

const here = waitingServer()

test('a wrong order tells the order in which the mails came, and which expectation each is for', async () => {
  const subjects = ['Welcome', 'Confirm', 'Invoice 1', 'Invoice 2']
  for (const subject of subjects) await here.api.send({ subject, to: 'ada@order.mailhold.test' })

  const answer = await here.api.assert({
    inbox: 'order',
    timeout: '0s',
    order: 'strict',
    expectations: [
      { name: 'confirmation', match: { subject: 'Confirm' } },
      { name: 'greeting', match: { subject: 'Welcome' } },
      { name: 'invoices', match: { subject: { startsWith: 'Invoice' } }, count: { min: 2 } },
    ],
  })

  expect(answer.expectations.map((one) => [one.pass, one.pass ? '' : one.reason])).toEqual([
    [true, ''],
    [false, 'order'],
    [true, ''],
  ])
  expect(answer.expectations[1]).toMatchObject({
    nearest: [],
    hints: ['"Welcome" came before expectation 1 (confirmation) had its mail'],
    came: [
      { subject: 'Welcome', expectations: [2] },
      { subject: 'Confirm', expectations: [1] },
      { subject: 'Invoice 1', expectations: [3] },
      { subject: 'Invoice 2', expectations: [3] },
    ],
  })
  expect(answer.text).toContain('but the mails came in another order.\n')
  expect(answer.text).toMatch(
    /Came, in this order\n {4}"Welcome" to .* before the wait, for expectation 2\n {4}"Confirm" .*, for expectation 1\n/,
  )
})

test('a mail that counts for another expectation of a strict order is told as that', async () => {
  await here.api.send({ subject: 'Reminder', to: 'ada@once.mailhold.test' })

  const answer = await here.api.assert({
    inbox: 'once',
    timeout: '0s',
    order: 'strict',
    expectations: [{ match: { subject: 'Reminder' } }, { match: { subject: 'Reminder' } }],
  })

  expect(answer.expectations[1]).toMatchObject({
    pass: false,
    hints: [
      '1 mail matches but counts for another expectation; in strict order a mail counts once',
      'timeout 0s looks once and does not wait; give a time if the mail may come a moment later',
    ],
  })
  expect(answer.text).not.toContain('did not match')
})

test('a barrier that did not come tells what was waited for, and which mail came near it', async () => {
  await here.api.send({ subject: 'Welcome', to: 'ada@long.mailhold.test' })

  const answer = await here.api.wait({
    inbox: 'long',
    match: { subject: 'Goodbye' },
    count: 0,
    until: { subject: 'Wellcome' },
    timeout: '50ms',
  })

  expect(answer).toMatchObject({
    reason: 'barrier',
    nearest: [{ subject: 'Welcome', criteria: [{ path: 'subject', expected: 'Wellcome', pass: false }] }],
  })
  expect(answer.text?.split('\n').slice(0, 5)).toEqual([
    'Expected no mails in inbox long with',
    '  subject equals "Goodbye"',
    'until a mail with',
    '  subject equals "Wellcome"',
    expect.stringMatching(/^but the "until" mail had not come after .*; 1 mail looked at\.$/),
  ])
  expect(answer.text).toContain('Nearest to the "until" mail: "Welcome"')
})

test('a barrier that went to another inbox is found there', async () => {
  await here.api.send({ subject: 'The last', to: 'ada@other.mailhold.test' })

  const answer = await here.api.wait({
    inbox: 'longer',
    match: {},
    count: 0,
    until: { subject: { matches: '^The last$' } },
    timeout: '50ms',
  })

  expect(answer.hints?.join()).toContain('the mail that "until" names is in inbox other, not in longer')
  expect(answer.elsewhere?.map(({ why }) => why)).toEqual([
    '"The last" is what "until" names but is in inbox other, not in longer',
  ])
})

test('a search that does not find the mail is told as a search', async () => {
  await here.api.send({ subject: 'Found', to: 'ada@search.mailhold.test' })

  const query = new URLSearchParams({ inbox: 'search', q: 'from:ada', subject: 'Found', timeout: '0s' })
  const answer = await here.server.ask(`/v1/wait?${query}`, { headers: { Accept: 'text/plain' } })
  const text = await answer.text()

  expect(answer.status).toBe(422)
  expect(text).toContain('\n  q finds "from:ada"\n')
  expect(text).toMatch(/\n {2}ok {3}subject equals "Found"\n {2}FAIL q finds "from:ada"\n\n/)
})

test('the last call of a long wait tells of the whole time', async () => {
  const answer = await here.api.wait({ inbox: 'long-wait', match: {}, timeout: '20ms', waited: '110s' })

  expect(answer.waitedMs).toBeGreaterThanOrEqual(110_020)
  expect(answer.text).toContain('but none came within 110')
})
