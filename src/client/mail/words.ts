// What is said when a mail has not exactly one of what a test wants from it.

/** In quotes, in one line, at most 100 characters: text of mails must not be able to pass for ours. */
export function quoted(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  return `"${line.length > 100 ? `${line.slice(0, 100)}…` : line}"`
}

export interface Told {
  /** `links` */
  readonly things: 'links' | 'codes' | 'attachments' | 'header fields'
  /** what was asked for; `''` for any */
  readonly choice: string
  /** how many different ones fit */
  readonly found: number
  /** one line for each that could have been meant */
  readonly listed: readonly string[]
}

/** `the mail has no link "Confirm"; its links are:` and one line for each. */
export function sentenceOf({ things, choice, found, listed }: Told): string {
  const isAny = choice === ''
  if (found > 1) {
    return list(
      isAny ? `the mail has ${found} ${things}, not one:` : `${found} ${things} fit ${choice}:`,
      listed,
    )
  }
  if (listed.length === 0) return `the mail has no ${things}${isAny ? '' : `, so none fits ${choice}`}`
  return list(`none of the mail's ${things} fits ${choice}; there are:`, listed)
}

const most = 20

function list(head: string, lines: readonly string[]): string {
  const more = lines.length > most ? [`… and ${lines.length - most} more`] : []
  return [head, ...[...lines.slice(0, most), ...more].map((line) => `  ${line}`)].join('\n')
}
