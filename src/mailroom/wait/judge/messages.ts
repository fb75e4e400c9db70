// What travels between the main thread and the one that judges.

import type { CriterionResult } from '../../../query/criteria/criterion.js'
import type { Subject } from '../../../query/subject.js'
import type { WrittenCriteria } from '../look.js'

export interface JudgeRequest {
  readonly written: WrittenCriteria
  readonly subject: Subject
}

/** The parts of `Considered` that are not the mail itself; `failed` is a sentence. */
export type JudgeAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'judged'
      readonly results: readonly CriterionResult[]
      readonly isMatch: boolean
      readonly failsEach: boolean
      readonly isBarrier: boolean
    }
  | { readonly kind: 'failed'; readonly reason: string }
