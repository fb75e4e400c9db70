import { describe, expect, it } from 'vitest'
import { chooseLink } from '#mailhold/client/mail/link.js'

const links = [
  { text: 'Confirm', href: 'https://app.test/confirm?t=1', part: '1.2' },
  { text: 'Confirm  your\naddress', href: 'https://app.test/other', part: '1.2' },
  { text: 'Leave', href: 'https://app.test/leave', part: '1.1' },
  { text: 'leave', href: 'https://app.test/leave', part: '1.2' },
]

describe('a link', () => {
  it.each([
    ['Leave', 'https://app.test/leave'],
    ['LEAVE', 'https://app.test/leave'],
    ['Confirm', 'https://app.test/confirm?t=1'],
    ['your address', 'https://app.test/other'],
    ['https://app.test/other', 'https://app.test/other'],
    [/^Con.*ess$/s, 'https://app.test/other'],
    [{ text: 'Confirm', href: /confirm/ }, 'https://app.test/confirm?t=1'],
    [{ href: 'https://app.test/leave' }, 'https://app.test/leave'],
  ])('is found by %o', (choice, href) => {
    expect(chooseLink(links, choice)).toBe(href)
  })

  it('is the only one when nothing is said', () => {
    expect(chooseLink(links.slice(2), undefined)).toBe('https://app.test/leave')
  })

  it('gives the same answer twice for a pattern that remembers its place', () => {
    const pattern = /Leave/g

    expect([chooseLink(links, pattern), chooseLink(links, pattern)]).toEqual([
      'https://app.test/leave',
      'https://app.test/leave',
    ])
  })
})

describe('what is said', () => {
  it.each(['{"txt":"Leave"}', '{"text":5}', '5', 'null'])('of %s, which could mean any link', (choice) => {
    expect(() => chooseLink(links.slice(2), JSON.parse(choice))).toThrow(
      'a link is chosen by a text, a regular expression, or either for text and href: { text: "…" }',
    )
  })

  it('when several fit', () => {
    expect(() => chooseLink(links, 'con')).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: 2 links fit "con":
        "Confirm" "https://app.test/confirm?t=1"
        "Confirm  your address" "https://app.test/other"]
    `)
  })
  it('when none fits', () => {
    expect(() =>
      chooseLink(links.slice(3), { text: 'Confirm', href: /x/i }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: none of the mail's links fits text "Confirm" and href /x/i; there are:
        "leave" "https://app.test/leave"]
    `)
  })
  it('when there are none at all', () => {
    expect(() => chooseLink([], 'Confirm')).toThrowErrorMatchingInlineSnapshot(
      `[NotInMail: the mail has no links, so none fits "Confirm"]`,
    )
    expect(() => chooseLink([], undefined)).toThrowErrorMatchingInlineSnapshot(
      `[NotInMail: the mail has no links]`,
    )
  })
  it('keeps the text of a mail in one line', () => {
    const hostile = [{ text: 'a\n  ok\u2028\u202e', href: 'javascript:\n1', part: '1' }]

    expect(() => chooseLink(hostile, 'x')).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: none of the mail's links fits "x"; there are:
        "a   ok " "javascript: 1"]
    `)
  })
})
