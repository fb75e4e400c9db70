// Whoever ends a message where another server does not lets mails be smuggled through it.

import { describe, expect, test } from 'vitest'
import { paces, play } from '../support/dialogue.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

const smuggled =
  'MAIL FROM:<evil@example.com>\\r\\nRCPT TO:<victim@example.com>\\r\\nDATA\\r\\nsmuggled\\r\\n'
const plain = smuggled.replaceAll('\\r\\n', '\r\n')

describe.each(paces)('with the client speaking in %s', (pace) => {
  test.each([
    ['LF . LF', '\\n.\\n', '\n.\n'],
    ['LF . CRLF', '\\n.\\r\\n', '\n.\r\n'],
    ['CRLF . LF', '\\r\\n.\\n', '\r\n\n'],
    ['CR . CR', '\\r.\\r', '\r.\r'],
    ['CR . CRLF', '\\r.\\r\\n', '\r.\r\n'],
    ['CRLF . CR', '\\r\\n.\\r', '\r\n\r'],
    ['CRLF . CR CRLF', '\\r\\n.\\r\\r\\n', '\r\n\r\r\n'],
    ['CRLF NUL . CRLF', '\\r\\n\\0.\\r\\n', '\r\n\0.\r\n'],
    ['CRLF . NUL CRLF', '\\r\\n.\\0\\r\\n', '\r\n\0\r\n'],
  ])('%s does not end a message', async (_name, sent, kept) => {
    const { mailroom, at } = await smtp()

    await play(
      at,
      `${script.dataBegun}
      C> first${sent}${smuggled}
      C: .
      S: 250 2.0.0 Ok: kept as m1
      ${script.goodbye}`,
      pace,
    )

    expect(mailroom.kept.map(({ octets }) => octets.toString())).toEqual([`first${kept}${plain}`])
  })

  test('a dot that comes alone in its packet is part of its line', async () => {
    const { mailroom, at } = await smtp()

    await play(
      at,
      `${script.dataBegun}
      C: ..
      C: .x
      C: ...
      C: .
      S: 250 2.0.0 Ok: kept as m1
      ${script.goodbye}`,
      pace,
    )

    expect(mailroom.kept[0]?.octets.toString()).toBe('.\r\nx\r\n..\r\n')
  })

  test('an empty message is a message', async () => {
    const { mailroom, at } = await smtp()

    await play(
      at,
      `${script.dataBegun}
      C: .
      S: 250 2.0.0 Ok: kept as m1
      ${script.goodbye}`,
      pace,
    )

    expect(mailroom.kept[0]?.octets.length).toBe(0)
  })
})
