// How many mails the answer to one wait holds.

/** The newest of all that matched, by how they are answered; `matched` counts them all. */
export const mostAnswered = { full: 100, summary: 1000 } as const
