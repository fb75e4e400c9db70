// Names of tags as Mailpit has them: letters, digits, blanks and - . _ @, the same in whatever case.

/** What other characters there are falls away; `''` where nothing is left. */
export const cleanTag = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9\-._@ ]/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 100)

/** Each tag once; one that is known already is written as it is there. */
export function cleanTags(tags: readonly string[], known: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const tag of tags.map(cleanTag)) {
    if (tag !== '') found.set(tag.toLowerCase(), knownAs(tag, known) ?? tag)
  }
  return [...found.values()]
}

/** How a tag is written among `known`, whatever its case. */
export const knownAs = (tag: string, known: readonly string[]): string | undefined =>
  known.find((one) => one.toLowerCase() === tag.toLowerCase())
