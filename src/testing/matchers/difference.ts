// Where the nearest mail begins to differ from what was expected. Plain lines: colours would be noise in a log.

import type { CriterionReport, WaitNotMet } from '../../wire/wait.js'

/** The server's text, and what differs in values that should be equal. */
export function withDifference({ text, nearest }: WaitNotMet): string {
  return [text, ...differences(nearest[0]?.criteria ?? [])].join('\n')
}

/** For every value that should equal another and does not: both, with a mark below the first character that differs. */
export function differences(criteria: readonly CriterionReport[]): readonly string[] {
  return criteria.flatMap(({ path, op, pass, expected, actual }) =>
    pass || op !== 'equals' || typeof expected !== 'string' || !actual
      ? []
      : ['', `Difference in ${path}`, ...difference(expected, actual).map((line) => `  ${line}`)],
  )
}

const before = 30
const width = 90

function difference(expected: string, actual: string): readonly string[] {
  const [left, right] = [[...expected], [...actual]]
  const at = left.findIndex((letter, index) => letter !== right[index])
  const place = at < 0 ? left.length : at
  const from = Math.max(0, place - before)
  const piece = (letters: readonly string[]): string =>
    (from > 0 ? '…' : '') +
    letters.slice(from, from + width).join('') +
    (letters.length > from + width ? '…' : '')
  const mark = ' '.repeat(place - from + (from > 0 ? 1 : 0))
  return [`- expected: ${piece(left)}`, `+ received: ${piece(right)}`, `            ${mark}^`]
}
