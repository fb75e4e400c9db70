import { beforeEach, describe, expect, test } from 'vitest'
import { createFaults, type FaultBook } from '#mailhold/mailroom/faults/create-faults.js'
import type { FaultMoment } from '#mailhold/mailroom/mailroom.js'
import type { NewFault } from '#mailhold/model/fault.js'
import { asInboxName, type InboxName } from '#mailhold/model/ids.js'

let faults: FaultBook
let clock = 0
beforeEach(() => {
  clock = 1000
  faults = createFaults({ inboxDomains: ['mailhold.test'], now: () => clock })
})

const refuse: NewFault['do'] = { reply: '451 4.3.0 try later' }
const inbox = (name: string): InboxName => {
  const checked = asInboxName(name)
  if (checked === undefined) throw new Error(`${name} is no inbox`)
  return checked
}
const to = (...addresses: string[]) => addresses.map((address) => ({ address }))
const fires = (moment: FaultMoment) => faults.fire(moment).firings.length > 0

describe('how often', () => {
  test('a rule fires for ever unless told otherwise', () => {
    faults.addFault({ stage: 'mail', do: refuse })

    expect([1, 2, 3].map(() => fires({ stage: 'mail' }))).toEqual([true, true, true])
    expect(faults.faults()[0]).toMatchObject({ fired: 3, after: 0 })
    expect(faults.faults()[0]).not.toHaveProperty('left')
  })

  test('`times` ends it, and it stays listed', () => {
    const { id } = faults.addFault({ stage: 'mail', do: refuse, times: 2 })

    expect([1, 2, 3].map(() => fires({ stage: 'mail' }))).toEqual([true, true, false])
    expect(faults.fault(id)).toMatchObject({ times: 2, fired: 2, left: 0, createdAt: 1000 })
    expect(faults.firesAt('mail')).toBe(false)
  })

  test('`after` lets the first ones pass, counting only what the rule is meant for', () => {
    faults.addFault({ stage: 'rcpt', where: { recipient: 'ada@*' }, do: refuse, after: 2, times: 1 })
    const ask = (address: string) => fires({ stage: 'rcpt', recipients: to(address) })

    expect(['ada@a', 'bob@a', 'ada@b', 'ada@c', 'ada@d'].map(ask)).toEqual([false, false, false, true, false])
  })
})

describe('by chance', () => {
  test('a rule fires at about so many of a hundred occasions', () => {
    const draws = [0.049, 0.05, 0.9, 0]
    faults = createFaults({ inboxDomains: [], now: () => clock, random: () => draws.shift() ?? 1 })
    faults.addFault({ stage: 'mail', do: refuse, chance: 5 })

    expect([1, 2, 3, 4].map(() => fires({ stage: 'mail' }))).toEqual([true, false, false, true])
    expect(faults.faults()[0]).toMatchObject({ fired: 2, chance: 5 })
  })
})

describe('for whom', () => {
  const cases: readonly [string, NewFault['where'], FaultMoment, boolean][] = [
    ['no scope', {}, { stage: 'rcpt' }, true],
    [
      'the inbox of the sub-domain',
      { inbox: 'w1' },
      { stage: 'rcpt', recipients: to('a@W1.mailhold.test') },
      true,
    ],
    ['another sub-domain', { inbox: 'w1' }, { stage: 'rcpt', recipients: to('a@w2.mailhold.test') }, false],
    [
      'the sub-domain before the user',
      { inbox: 'w1' },
      { stage: 'rcpt', user: 'w1', recipients: to('a@w2.mailhold.test') },
      false,
    ],
    [
      'the user where no sub-domain says more',
      { inbox: 'w1' },
      { stage: 'rcpt', user: 'W1', recipients: to('a@b') },
      true,
    ],
    ['the default inbox', { inbox: 'default' }, { stage: 'rcpt', recipients: to('a@b') }, true],
    [
      'the listener before everything',
      { inbox: 'w1' },
      { stage: 'rcpt', listenerInbox: inbox('w1'), recipients: to('a@w2.mailhold.test') },
      true,
    ],
    ['capitals in the rule', { inbox: 'W1' }, { stage: 'rcpt', user: 'w1', recipients: to('a@b') }, true],
    [
      'an exact recipient',
      { recipient: 'Ada@example.com' },
      { stage: 'rcpt', recipients: to('ada@EXAMPLE.com') },
      true,
    ],
    [
      'a domain',
      { recipient: '@example.com' },
      { stage: 'rcpt', recipients: to('x@sub.example.com') },
      false,
    ],
    [
      'a pattern',
      { recipient: 'ada+*@example.com' },
      { stage: 'rcpt', recipients: to('ada+1@example.com') },
      true,
    ],
    [
      'one of several recipients',
      { recipient: 'b@b' },
      { stage: 'rcpt', recipients: to('a@a', 'b@b') },
      true,
    ],
    ['another sender', { sender: 'app@*' }, { stage: 'rcpt', sender: 'me@example.com' }, false],
    ['the null sender', { sender: '*' }, { stage: 'rcpt', sender: '' }, true],
    [
      'all members must hold',
      { sender: 'a@a', recipient: 'b@b' },
      { stage: 'rcpt', sender: 'a@a', recipients: to('c@c') },
      false,
    ],
    [
      'where the message really lies',
      { inbox: 'w9' },
      { stage: 'rcpt', user: 'w1', inboxes: [inbox('w9')] },
      true,
    ],
    ['another stage', {}, { stage: 'mail' }, false],
  ]
  test.each(cases)('%s', (_name, where, moment, expected) => {
    faults.addFault({ where: where ?? {}, stage: 'rcpt', do: refuse })

    expect(fires(moment)).toBe(expected)
  })

  test('an inbox that nothing tells of yet is not meant', () => {
    faults.addFault({ where: { inbox: 'default' }, stage: 'mail', do: refuse })

    expect(fires({ stage: 'mail', sender: 'a@a' })).toBe(false)
    expect(fires({ stage: 'mail', sender: 'a@a', user: 'default' })).toBe(true)
  })
})

describe('several rules', () => {
  test('delays add up to a minute, and the first rule that ends the matter is the last to fire', () => {
    faults.addFault({ stage: 'data', do: { delay: '40s' } })
    faults.addFault({ stage: 'data', do: { delay: '40s' } })
    faults.addFault({ stage: 'data', do: { drop: true } })
    faults.addFault({ stage: 'data', do: refuse })

    const { delay, end } = faults.fire({ stage: 'data' })

    expect({ delay, end: end?.is }).toEqual({ delay: 60_000, end: 'drop' })
    expect(faults.faults().map(({ fired }) => fired)).toEqual([1, 1, 1, 0])
  })

  test('a rule comes before what the address asks for', () => {
    faults.addFault({ stage: 'rcpt', do: refuse, times: 1 })
    const ask = () => faults.fire({ stage: 'rcpt', recipients: to('bounce+550@w1.mailhold.test') }).end

    expect(ask()).toMatchObject({ reply: '451 4.3.0 try later' })
    expect(ask()).toEqual({ is: 'reply', reply: '550 5.1.1 no such user' })
  })

  test('there are a thousand at most; those that are over make room', () => {
    const spent = faults.addFault({ stage: 'mail', do: refuse, times: 1 })
    for (let n = 0; n < 999; n++) faults.addFault({ stage: 'rcpt', do: refuse })
    faults.fire({ stage: 'mail' })

    faults.addFault({ stage: 'rcpt', do: refuse })

    expect(faults.fault(spent.id)).toBeUndefined()
    expect(() => faults.addFault({ stage: 'rcpt', do: refuse })).toThrow(/There are 1000 fault rules/)
  })
})

test('rules are removed one by one, by inbox, or all', () => {
  const one = faults.addFault({ stage: 'mail', do: refuse })
  faults.addFault({ where: { inbox: 'w1' }, stage: 'rcpt', do: refuse })
  faults.addFault({ where: { inbox: 'w2' }, stage: 'rcpt', do: refuse })

  expect(faults.faults('W1')).toHaveLength(1)
  expect(faults.removeFaults('w1')).toBe(1)
  expect(faults.removeFault(one.id)).toBe(true)
  expect(faults.removeFault(one.id)).toBe(false)
  expect(faults.removeFaults()).toBe(1)
  expect(faults.faults()).toEqual([])
})

test('what was done without a refusal is remembered with its time', () => {
  const { id } = faults.addFault({ stage: 'data', do: { delay: '2s' } })
  faults.addFault({ stage: 'data', do: refuse })
  faults.fire({ stage: 'data' })
  clock = 2000
  faults.fire({ stage: 'data' })

  const did = { rule: id, did: 'the reply is held back for 2s', recipients: [] }
  expect(faults.firedSince(1000)).toEqual([
    { ...did, at: 1000 },
    { ...did, at: 2000 },
  ])
  expect(faults.firedSince(1001)).toEqual([{ ...did, at: 2000 }])
})

test('a rule for an address is told which inbox was meant', () => {
  const rule: NewFault = { stage: 'mail', where: { inbox: 'ada@w1.mailhold.test' }, do: refuse }

  expect(() => faults.addFault(rule)).toThrow(
    expect.objectContaining({ details: { path: 'where.inbox', suggestion: 'w1' } }),
  )
})

describe('a rule that cannot be meant is refused, with the path', () => {
  const cases: readonly [string, NewFault, string][] = [
    ['two deeds', { stage: 'accept', do: { drop: true, delay: '1s' } }, 'do'],
    ['no deed', { stage: 'accept', do: {} }, 'do'],
    ['a delay over a minute', { stage: 'data', do: { delay: '61s' } }, 'do.delay'],
    ['a delay without a unit', { stage: 'data', do: { delay: '2' } }, 'do.delay'],
    ['keeping what has not come', { stage: 'data', do: { dropAfterKeep: true } }, 'do.dropAfterKeep'],
    ['a sender before MAIL', { stage: 'ehlo', where: { sender: 'a@a' }, do: refuse }, 'where.sender'],
    [
      'a recipient before RCPT',
      { stage: 'mail', where: { recipient: 'a@a' }, do: refuse },
      'where.recipient',
    ],
    ['an impossible inbox', { stage: 'mail', where: { inbox: 'a b' }, do: refuse }, 'where.inbox'],
    ['the inbox all', { stage: 'mail', where: { inbox: 'all' }, do: refuse }, 'where.inbox'],
  ]
  test.each(cases)('%s', (_name, fault, path) => {
    expect(() => faults.addFault(fault)).toThrow(
      expect.objectContaining({ code: 'badInput', details: { path } }),
    )
    expect(faults.faults()).toEqual([])
  })
})
