import { describe, expect, test } from 'vitest'
import { checkReply } from '#mailhold/mailroom/faults/reply-text.js'

describe('a refusal is taken as it is', () => {
  test.each(['451 4.3.0 try later', '550 no such user', '421 bye', '554 5.7.1 Grüße', '452 4.2.2 a 5.1.1 b'])(
    '%s',
    (text) => {
      expect(checkReply(text, 'do.reply')).toBe(text)
    },
  )
})

describe('anything else is bad input that names the member', () => {
  test.each([
    ['250 2.0.0 Ok', 'must be a refusal (4xx or 5xx), got "250 2.0.0 Ok"'],
    ['354 go on', 'must be a refusal'],
    ['451', 'must be a code and a text'],
    ['451 4.3.0', 'must be a code and a text'],
    ['try later', 'must be a code and a text'],
    ['651 no', 'must be a code and a text'],
    ['451\r\n250 Ok', 'must be one line'],
    ['451 a\u0000b', 'must be one line'],
    ['451 5.3.0 try later', 'contradict each other: 4xx goes with 4.x.x'],
    ['550 2.1.5 Ok', 'contradict each other'],
    [`451 ${'x'.repeat(600)}`, 'may have 510 octets at most'],
  ])('%j', (text, complaint) => {
    expect(() => checkReply(text, 'do.reply')).toThrow(
      expect.objectContaining({
        code: 'badInput',
        message: expect.stringContaining(complaint),
        details: { path: 'do.reply' },
      }),
    )
  })
})
