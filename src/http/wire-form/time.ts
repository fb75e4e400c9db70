// Times and absent values as JSON shows them.

/** @param at milliseconds since 1970; what no calendar has is shown as absent */
export const timeOrNull = (at: number | undefined): string | null =>
  at === undefined || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString()

/** @param at milliseconds since 1970 */
export const time = (at: number): string => new Date(at).toISOString()
