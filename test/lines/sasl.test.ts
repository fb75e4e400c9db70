import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Credentials, decodeResponse, encodeChallenge, findMechanism } from '#mailhold/lines/sasl.js'

/** Plays one exchange; the first response is the initial one. */
function exchange(name: string, initial: string | undefined, ...responses: string[]) {
  const talk = findMechanism(name)?.begin(initial === undefined ? undefined : Buffer.from(initial))
  const challenges: string[] = []
  let step = talk?.next()
  while (step?.done === false) {
    challenges.push(step.value)
    step = talk?.next(Buffer.from(responses.shift() ?? ''))
  }
  return { challenges, credentials: step?.value }
}

const ada: Credentials = { user: 'ada', actAs: 'ada', password: 's3cret' }

test.each<[string, string | undefined, string[], string[]]>([
  ['PLAIN', '\0ada\0s3cret', [], []],
  ['plain', undefined, ['\0ada\0s3cret'], ['']],
  ['LOGIN', 'ada', ['s3cret'], ['Password:']],
  ['LOGIN', undefined, ['ada', 's3cret'], ['Username:', 'Password:']],
  ['XOAUTH2', 'user=ada\x01auth=Bearer s3cret\x01\x01', [], []],
  ['XOAUTH2', undefined, ['user=ada\x01auth=Bearer s3cret\x01\x01'], ['']],
])('%s with the initial response %j asks for what is missing', (name, initial, responses, asked) => {
  const { challenges, credentials } = exchange(name, initial, ...responses)

  expect(credentials).toEqual(ada)
  expect(challenges).toEqual(asked)
})

test('PLAIN may act as somebody else', () => {
  expect(exchange('PLAIN', 'bob\0ada\0s3cret').credentials).toEqual({ ...ada, actAs: 'bob' })
})

test.each(['', 'ada', 'ada\0s3cret', '\0ada\0s3cret\0more', '\0\0s3cret'])(
  'PLAIN does not take %j',
  (response) => {
    expect(exchange('PLAIN', response).credentials).toBeUndefined()
  },
)

test.each(['', 'user=ada', 'auth=Bearer x', 'user=\x01auth=Basic x\x01\x01'])(
  'XOAUTH2 does not take %j',
  (response) => {
    expect(exchange('XOAUTH2', response).credentials).toBeUndefined()
  },
)

test.each(['__proto__', 'CRAM-MD5', '', 'PLAIN '])('there is no mechanism %j', (name) => {
  expect(findMechanism(name)).toBeUndefined()
})

test('a sole = is the empty response', () => {
  expect(decodeResponse('=')).toHaveLength(0)
  expect(decodeResponse('')).toHaveLength(0)
})

test.each(['a', 'YWR=h', 'YW Rh', '====', 'YWRh\0', '*'])('%j is not base64', (text) => {
  expect(decodeResponse(text)).toBeUndefined()
})

test('a challenge decodes to what it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(Buffer.from(decodeResponse(encodeChallenge(text)) ?? []).toString()).toBe(text)
    }),
  )
})
