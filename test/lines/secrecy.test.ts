import { describe, expect, test } from 'vitest'
import { blankCredentials, Secrecy } from '#mailhold/lines/secrecy.js'

const command = { isAnswer: false, isCommand: true }
const answer = { isAnswer: true, isCommand: false }
const neither = { isAnswer: false, isCommand: false }

test('commands are shown, what belongs to an exchange is not', () => {
  const secrecy = new Secrecy()

  expect(secrecy.shown('NOOP', command)).toBe('NOOP')
  expect(secrecy.shown('c2VjcmV0', answer)).toBe('***')
  expect(secrecy.shown('nonsense', neither)).toBe('nonsense')
})

test('a password that reads like a command is not shown', () => {
  expect(new Secrecy().shown('HELP', { isAnswer: true, isCommand: true })).toBe('***')
})

test('giving up is shown', () => {
  expect(new Secrecy().shown('*', answer)).toBe('*')
})

test.each([
  'AUTH LOGIN',
  'auth login',
  'AUTH',
  ' AUTH LOGIN',
  'AUTH\tLOGIN',
  'AUTH=LOGIN',
  '\u{FEFF}AUTH LOGIN',
])('behind "%s" nothing is shown until a command comes', (line) => {
  const secrecy = new Secrecy()

  expect(secrecy.shown(line, neither)).toBe(line)

  expect(secrecy.shown('c2VjcmV0', neither)).toBe('***')
  expect(secrecy.shown('*', neither)).toBe('*')
  expect(secrecy.shown('c2VjcmV0', neither)).toBe('***')
  expect(secrecy.shown('QUIT', command)).toBe('QUIT')
  expect(secrecy.shown('nonsense', neither)).toBe('nonsense')
})

test('once AUTH has succeeded, lines are shown again', () => {
  const secrecy = new Secrecy()
  secrecy.shown('AUTH PLAIN c2VjcmV0', command)

  secrecy.authSucceeded()

  expect(secrecy.shown('nonsense', neither)).toBe('nonsense')
})

describe('credentials are blanked', () => {
  test.each([
    ['AUTH PLAIN AGFkYQBzZWNyZXQ=', 'AUTH PLAIN ***'],
    ['auth  login\tYWRh', 'auth  login\t***'],
    ['AUTH XOAUTH2 a b c', 'AUTH XOAUTH2 ***'],
    ['AUTH CRAM-MD5', 'AUTH CRAM-MD5'],
    ['AUTH Plain AGFkYQBzZWNyZXQ=', 'AUTH Plain ***'],
    // the method forgotten
    ['AUTH AGFkYQBzZWNyZXQ=', 'AUTH ***'],
    ['AUTH +AGFkYQBzZWNyZXQ=', 'AUTH ***'],
    ['AUTH=PLAIN AGFkYQBzZWNyZXQ=', 'AUTH=PLAIN ***'],
    ['\0AUTH PLAIN AGFkYQBzZWNyZXQ=', '\0AUTH PLAIN ***'],
    ['PASS secret with blanks', 'PASS ***'],
    ['APOP ada c4c9334bac560ecc979e58001b3e22fb', 'APOP ada ***'],
    ['Authorization: Basic YWRhOnNlY3JldA==', 'Authorization: ***'],
    ['Proxy-Authorization: Basic YWRhOnNlY3JldA==', 'Proxy-Authorization: ***'],
    ['MAIL FROM:<a@b> AUTH=<>', 'MAIL FROM:<a@b> AUTH=<>'],
    ['AUTHOR ada', 'AUTHOR ada'],
  ])('%s', (line, expected) => {
    expect(blankCredentials(line)).toBe(expected)
  })
})
