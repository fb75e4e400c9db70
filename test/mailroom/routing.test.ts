import { describe, expect, test } from 'vitest'
import { namedInbox, route } from '#mailhold/mailroom/routing.js'
import type { InboxName } from '#mailhold/model/ids.js'

const envelope = (...to: string[]) => ({
  from: { address: 'app@example.com', raw: 'app@example.com', parameters: [] },
  to: to.map((address) => ({ address, raw: address, parameters: [] })),
})
const header = (name: string, value: string) => ({ name, value, raw: ` ${value}` })
const routed = (facts: Partial<Parameters<typeof route>[0]>) =>
  route(
    {
      envelope: envelope('ada@example.com'),
      namedInbox: undefined,
      listenerInbox: undefined,
      user: undefined,
      ...facts,
    },
    ['mailhold.test', 'mail.example'],
  )

describe('a copy lands in', () => {
  test('inbox default when nothing says otherwise', () => {
    expect(routed({})).toEqual([{ inbox: 'default', routedBy: 'default', recipients: [0] }])
  })

  test('the inbox named like the user that logged in', () => {
    expect(routed({ user: 'Shop' })).toEqual([{ inbox: 'shop', routedBy: 'auth', recipients: [0] }])
  })

  test('the inbox of the sub-domain before that of the user', () => {
    const deliveries = routed({ user: 'shop', envelope: envelope('ada@W1.Mailhold.test') })

    expect(deliveries).toEqual([{ inbox: 'w1', routedBy: 'subdomain', recipients: [0] }])
  })

  test('the inbox of the header before that of the sub-domain, for every recipient', () => {
    const deliveries = routed({
      namedInbox: namedInbox([header('x-mailhold-INBOX', ' Staging ')]),
      envelope: envelope('ada@w1.mailhold.test', 'bob@w2.mailhold.test'),
    })

    expect(deliveries).toEqual([{ inbox: 'staging', routedBy: 'header', recipients: [0, 1] }])
  })

  test('the inbox of the listener before everything else', () => {
    const deliveries = routed({
      listenerInbox: 'qa' as InboxName,
      namedInbox: 'other',
    })

    expect(deliveries).toEqual([{ inbox: 'qa', routedBy: 'listener', recipients: [0] }])
  })

  test('two inboxes when its recipients belong to two, in the order of their first recipient', () => {
    const to = envelope('a@w2.mailhold.test', 'b@w1.mail.example', 'c@w2.mailhold.test', 'd@example.com')

    expect(routed({ envelope: to, user: 'shop' })).toEqual([
      { inbox: 'w2', routedBy: 'subdomain', recipients: [0, 2] },
      { inbox: 'w1', routedBy: 'subdomain', recipients: [1] },
      { inbox: 'shop', routedBy: 'auth', recipients: [3] },
    ])
  })

  test('one inbox even without any recipient', () => {
    expect(routed({ envelope: envelope() })).toEqual([
      { inbox: 'default', routedBy: 'default', recipients: [] },
    ])
  })
})

describe('a sub-domain that is no inbox name is passed over:', () => {
  test.each([
    ['two labels', 'ada@a.b.mailhold.test'],
    ['the domain itself', 'ada@mailhold.test'],
    ['the reserved name all', 'ada@all.mailhold.test'],
    ['another domain with that ending', 'ada@w1.notmailhold.test'],
    ['no domain', 'ada'],
    ['41 characters', `ada@${'x'.repeat(41)}.mailhold.test`],
  ])('%s', (_, address) => {
    expect(routed({ envelope: envelope(address) })[0]?.inbox).toBe('default')
  })
})
