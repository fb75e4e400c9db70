import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bounceReply } from '#mailhold/mailroom/faults/bounce-address.js'

const domains = ['mailhold.test', 'in.example']

test.each([
  ['bounce+550+no+such+user@w1.mailhold.test', '550 5.1.1 no such user'],
  ['BOUNCE+451+Try+later@W1.Mailhold.TEST', '451 4.3.0 Try later'],
  ['bounce+452@mailhold.test', '452 4.2.2 mailbox full'],
  ['bounce+550+5.7.1+not+for+you@a.in.example', '550 5.7.1 not for you'],
  ['bounce+599@w1.mailhold.test', undefined],
  ['bounce+544@w1.mailhold.test', '544 5.0.0 refused'],
  ['bounce+421+++@w1.mailhold.test', '421 4.3.2 service not available'],
])('%s asks for %s', (address, reply) => {
  expect(bounceReply(address, domains)).toBe(reply)
})

test.each([
  'bounce+550+no+such+user@example.com',
  'bounce+550@notmailhold.test',
  'bounce+250+ok@w1.mailhold.test',
  'bounce+5500@w1.mailhold.test',
  'bounce@w1.mailhold.test',
  'ada+bounce+550@w1.mailhold.test',
  'bounce+550',
  '',
])('%s is an address like any other', (address) => {
  expect(bounceReply(address, domains)).toBeUndefined()
})

test('whatever an address asks for is one line of a refusal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const reply = bounceReply(`bounce+550+${words}@w1.mailhold.test`, domains)
      if (reply !== undefined) expect(reply).toMatch(/^550 5\.\d{1,3}\.\d{1,3} \P{Cc}+$/u)
    }),
  )
})
