// How long, as a test writes it: milliseconds as a number, or a text with its unit.

export type Duration = number | `${number}ms` | `${number}s` | `${number}m`

/** As the server takes it: `4000` as `4000ms`; what is left of a deadline may have any number of digits. */
export const durationText = (time: string | number): string =>
  typeof time === 'number' ? `${Math.ceil(time)}ms` : time
