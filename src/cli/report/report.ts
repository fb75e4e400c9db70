// What wait and assert tell, before it takes the form of a reporter.

import type { Explanation } from '../../client/client.js'

/** One expectation and what became of it. */
export interface Verdict {
  readonly name: string
  readonly matched: number
  /** absent: met */
  readonly failure?: Explanation
}

export interface Report {
  /** `mailhold wait`, or `mailhold assert checkout.yml` */
  readonly title: string
  /** the file that the expectations stand in */
  readonly file?: string
  readonly pass: boolean
  readonly waitedMs: number
  readonly verdicts: readonly Verdict[]
  /** the whole story for a person */
  readonly text: string
  /** the server's answer as it came */
  readonly answer: unknown
}

export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3)

/** Why an expectation was not met, in a few lines: the numbers, the hints, the mails that came, and what differs in the nearest. */
export function outline({ reason, expected, matched, hints, came, nearest }: Explanation): string {
  const [first] = nearest
  const wrong = first?.criteria.filter(({ pass }) => !pass) ?? []
  return [
    `${reason}: expected ${countInWords(expected)} ${isOne(expected) ? 'mail' : 'mails'}, matched ${matched}`,
    ...hints,
    ...came.map(({ id, subject, recipients }) => `came: ${id} "${subject}" to ${recipients.join(', ')}`),
    ...(first ? [`nearest: ${first.id} "${first.subject}"`] : []),
    ...wrong.map(({ path, op, expected, actual, hint }) => {
      const why = hint === undefined ? '' : ` (${hint})`
      const was = `, actual ${actual === null ? 'nothing' : JSON.stringify(actual)}`
      return `  ${path} ${op} ${JSON.stringify(expected)}${op === 'finds' ? '' : was}${why}`
    }),
  ].join('\n')
}

const isOne = ({ min, max }: Explanation['expected']): boolean => (max ?? min) === 1

/** In the words of the server's story. */
export function countInWords({ min, max }: Explanation['expected']): string {
  if (max === undefined) return `at least ${min}`
  if (max === 0) return 'no'
  if (min === max) return `exactly ${min}`
  return min === 0 ? `at most ${max}` : `${min} to ${max}`
}
