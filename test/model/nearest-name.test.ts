import { expect, it } from 'vitest'
import { nearestName } from '#mailhold/model/nearest.js'

const names = ['from', 'subject', 'messageId', 'to', 'text']

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
  expect(nearestName(wrong, names)).toBe(meant)
})
