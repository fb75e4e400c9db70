// Which of the mails that do not match came nearest: by criteria passed, then by recency.

import type { CriterionResult } from '../query/criteria/criterion.js'
import type { Subject } from '../query/subject.js'

export interface Candidate {
  readonly subject: Subject
  readonly results: readonly CriterionResult[]
}

const kept = 3

/** The three nearest, nearest first. A criterion more counts for more than any recency. */
export const nearest = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort(byNearness).slice(0, kept)

const byNearness = (left: Candidate, right: Candidate): number =>
  passed(right) - passed(left) || right.subject.summary.seq - left.subject.summary.seq

const passed = ({ results }: Candidate): number => results.filter(({ pass }) => pass).length
