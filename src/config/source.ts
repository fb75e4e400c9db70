// Where the value of an option came from.

export type Source =
  | { readonly from: 'flag' | 'environment' | 'file'; readonly name: string }
  | { readonly from: 'default' }
  /** no one gave it, another option asks for it */
  | { readonly from: 'implied'; readonly name: string }

/** `--pop3`, `MAILHOLD_POP3`, `mailhold.config.json`, `default`, `implied by --smtps` */
export function describeSource(source: Source): string {
  if (source.from === 'default') return 'default'
  return source.from === 'implied' ? `implied by ${source.name}` : source.name
}

/** ` (from MAILHOLD_POP3)`; nothing for a flag, whose name the sentence begins with anyway. */
export const sourceRemark = (source: Source): string =>
  source.from === 'flag' || source.from === 'default' ? '' : ` (from ${describeSource(source)})`
