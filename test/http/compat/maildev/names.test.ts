// Names and sizes as MailDev makes them up.

import { expect, test } from 'vitest'
import { generatedNames } from '#mailhold/http/compat/maildev/attachment-names.js'
import { humanSize } from '#mailhold/http/compat/maildev/email.js'

const named = (filename: string) => ({
  part: '1',
  filename,
  contentType: 'text/plain',
  size: 1,
  disposition: 'attachment',
  sha256: '',
})

test('attachments of one name get numbers, and no name is a path', () => {
  const names = ['a.txt', 'a.txt', '../../etc/passwd', '', '', 'a-1.txt', '100%.txt']

  expect(generatedNames(names.map(named))).toEqual([
    'a.txt',
    'a-1.txt',
    'passwd',
    'attachment',
    'attachment-1',
    'a-1-1.txt',
    '100_.txt',
  ])
})

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1536, '1.5 KB'],
  [50_000_000, '47.68 MB'],
])('%i octets are %s to a person', (octets, text) => {
  expect(humanSize(octets)).toBe(text)
})
