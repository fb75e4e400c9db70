import { expect, test } from 'vitest'
import { elided, Transcript } from '#mailhold/lines/transcript.js'

const limits = { lines: 3, characters: 100, lineLength: 40 }
const texts = (transcript: Transcript) => transcript.lines.map(({ text }) => text)

test('a transcript tells who said what, and when', () => {
  let now = 1000
  const transcript = new Transcript(limits, () => now++)

  transcript.server('220 hello')
  transcript.client('EHLO me')
  transcript.note('TLSv1.3 established')

  expect(transcript.lines).toEqual([
    { at: 1000, who: 'server', text: '220 hello' },
    { at: 1001, who: 'client', text: 'EHLO me' },
    { at: 1002, who: 'note', text: 'TLSv1.3 established' },
  ])
  expect(transcript.isTruncated).toBe(false)
})

test('of a long one the beginning and the newest lines stay', () => {
  const transcript = new Transcript(limits)

  for (let line = 1; line <= 10; line++) transcript.client(`line ${line}`)

  expect(texts(transcript)).toEqual(['line 1', 'line 2', 'line 3', 'line 8', 'line 9', 'line 10'])
  expect(transcript.isTruncated).toBe(true)
})

test('characters count as well as lines', () => {
  const transcript = new Transcript({ lines: 100, characters: 10, lineLength: 40 })

  for (const text of ['12345', '12345', 'abcde', 'fghij', 'klmno']) transcript.client(text)

  expect(texts(transcript)).toEqual(['12345', '12345', 'fghij', 'klmno'])
  expect(transcript.isTruncated).toBe(true)
})

test('a long line is cut and says by how much', () => {
  const transcript = new Transcript({ ...limits, lineLength: 5 })

  transcript.client('x'.repeat(12_350))

  expect(texts(transcript)).toEqual(['xxxxx… (12,345 more)'])
})

test('octets that are left out are counted for people', () => {
  expect(elided(12_345)).toBe('<12,345 octets>')
})
