import { expect, test } from 'vitest'
import { HeldLine } from '#mailhold/smtp/transport/held-line.js'

const finish = (line: HeldLine, ...pieces: string[]) => {
  for (const piece of pieces) line.add(Buffer.from(piece))
  return line.finish()?.toString()
}

test('a line may be as long as the limit, its CR not counted', () => {
  const line = new HeldLine(4)

  expect(finish(line, 'abcd\r')).toBe('abcd')
  expect(finish(line, 'abcd')).toBe('abcd')
  expect(finish(line, 'abcde')).toBeUndefined()
  expect(finish(line, 'abcde\r')).toBeUndefined()
  expect(finish(line, 'ab', 'cd', '\r')).toBe('abcd')
})

test('a CR within a line stays', () => {
  expect(finish(new HeldLine(9), '\ra\r', '\r')).toBe('\ra\r')
})

test('what comes after a line that was too long is a line again', () => {
  const line = new HeldLine(4)

  expect(finish(line, 'x'.repeat(1000), 'y'.repeat(1000))).toBeUndefined()
  expect(finish(line)).toBe('')
  expect(finish(line, 'ok')).toBe('ok')
})
