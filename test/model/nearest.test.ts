import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, nearestName } from '#mailhold/model/nearest.js'

describe('the distance between two names', () => {
  it.each([
    ['', '', 0],
    ['inbox', 'inbox', 0],
    ['inbx', 'inbox', 1],
    ['inboxx', 'inbox', 1],
    ['inbax', 'inbox', 1],
    ['ibnox', 'inbox', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s is %i', (one, other, expected) => {
    expect(distance(one, other)).toBe(expected)
  })

  it('is the same both ways, and nothing only between equals', () => {
    const name = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(distance(one, other)).toBe(distance(other, one))
        expect(distance(one, other) === 0).toBe(one === other)
      }),
    )
  })
})

describe('the nearest name', () => {
  const names = ['inbox', 'limit', 'order', 'subject']

  it('is the one that was probably meant', () => {
    expect(nearestName('Subjekt', names)).toBe('subject')
    expect(nearestName('limti', names)).toBe('limit')
  })

  it('is none when nothing is near, or the text is long', () => {
    expect(nearestName('colour', names)).toBeUndefined()
    expect(nearestName('x'.repeat(1_000_000), names)).toBeUndefined()
  })
})

const fields = ['from', 'subject', 'messageId', 'to', 'text']

it.each([
  ['form', 'from'],
  ['subjct', 'subject'],
  ['Subject', 'subject'],
  ['message-id', 'messageId'],
  ['txet', 'text'],
  ['wholly', undefined],
  ['', undefined],
  ['subject'.repeat(1000), undefined],
])('%s is most likely %s', (wrong, meant) => {
  expect(nearestName(wrong, fields)).toBe(meant)
})
