import type { CriterionHint } from '../criterion-hint.js'

export const outOfTime: CriterionHint = {
  name: 'outOfTime',
  tell: ({ result }) =>
    result.isOutOfTime
      ? 'the pattern took too long on this mail and was given up; make it simpler, or use contains or glob'
      : undefined,
}
