// How long, as a test writes it: milliseconds as a number, or a text with its unit.

export type Duration = number | `${number}ms` | `${number}s` | `${number}m`

/** As the server takes it: `4000` as `4000ms`. */
export const durationText = (time: Duration): string => (typeof time === 'number' ? `${time}ms` : time)
