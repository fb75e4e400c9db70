// What a matcher says, in the form that Vitest, Jest and Playwright share.

export interface Outcome {
  readonly pass: boolean
  /** the server's own text; no colours */
  readonly message: () => string
}

/** What a runner tells a matcher. */
export interface Asking {
  readonly isNot?: boolean | undefined
}

/** A verdict of the server as a matcher gives it. @param holds whether what the test wants holds, `.not` included */
export const outcomeOf = (holds: boolean, { isNot = false }: Asking, text: string): Outcome => ({
  pass: holds !== isNot,
  message: () => text,
})
