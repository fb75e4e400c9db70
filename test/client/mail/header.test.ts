import { describe, expect, it } from 'vitest'
import { onlyHeader } from '#mailhold/client/mail/header.js'

const headers = [
  { name: 'Received', value: 'from a' },
  { name: 'Received', value: 'from b' },
  { name: 'X-Mailer', value: 'Shop' },
]

describe('a header field', () => {
  it('is known by its name in any case', () => {
    expect(onlyHeader(headers, 'x-mailer')).toBe('Shop')
  })

  it('that is not there is answered with those that are', () => {
    expect(() => onlyHeader(headers, 'X-Nothing')).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: none of the mail's header fields fits "X-Nothing"; there are:
        Received: "from a"
        Received: "from b"
        X-Mailer: "Shop"]
    `)
  })

  it('that is there several times is answered with all of them', () => {
    expect(() => onlyHeader(headers, 'Received')).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: 2 header fields fit "Received":
        Received: "from a"
        Received: "from b"]
    `)
  })
})
