import { expect, test } from 'vitest'
import { Secrecy } from '#mailhold/smtp/talk/secrecy.js'

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

test('behind AUTH that did not succeed nothing is shown until a command comes', () => {
  const secrecy = new Secrecy()

  secrecy.authSaid(false)

  expect(secrecy.shown('c2VjcmV0', neither)).toBe('***')
  expect(secrecy.shown('QUIT', command)).toBe('QUIT')
  expect(secrecy.shown('c2VjcmV0', neither)).toBe('c2VjcmV0')
})
