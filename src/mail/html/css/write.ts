// Writes what was read of a style sheet so that it reads the same again, and in no browser as anything else.

/** Every character that is no ASCII letter, digit, `_` or `-` is escaped, and what would make a number of the name. */
export function cssName(name: string): string {
  if (/^-?[a-z_][-\w]*$/i.test(name)) return name
  return name
    .replace(/[^-\w]/gu, escaped)
    .replace(/^(-?)(\d)/, (_, hyphen: string, digit: string) => hyphen + escaped(digit))
    .replace(/^-$/, escaped)
}

/** What could end it, or looks like an address or a rule, is escaped, so that nothing in it is mistaken for one. */
export function cssString(value: string): string {
  return `"${value.replace(/[^-\w !#$%&*+,.;=?^`{|}~\u00a0-\u{10ffff}]/gu, escaped)}"`
}

export function cssUrl(address: string): string {
  return `url("${address.replace(/["'\\<>()\s]/g, percentEncoded)}")`
}

const escaped = (character: string): string => `\\${codeOf(character)} `

const percentEncoded = (character: string): string =>
  /[\x80-\uffff]/.test(character)
    ? encodeURIComponent(character)
    : `%${codeOf(character).toUpperCase().padStart(2, '0')}`

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16)
