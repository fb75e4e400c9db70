// The lines that stand before the messages of an mbox file, in the forms that programs gave them.

/** The octets of a line in which its form is looked for. */
export const longestSeparator = 1024

/** In this form it separates wherever it stands. */
export const strictForm =
  /^From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)? (?:\S+ )?\d{4}\b/
/** In this form it separates behind a blank line, and is prose elsewhere; a time in it tells it from other prose. */
export const looseForm = /^From .*\d\d?:\d\d/
/** In this form it opens a file that must be an mbox. */
const openingForm = /^From \S+/

/** A file of one message by its name; only a separator in a known form makes an mbox of it. */
const isNamedAsOne = (name: string): boolean => /\.eml$|[/\\](?:cur|new)[/\\][^/\\]+$/i.test(name)

/** Whether the file is an mbox, told by its name and its beginning of at least `longestSeparator` octets. */
export function isMbox(name: string, start: string): boolean {
  const end = start.indexOf('\n')
  const line = end < 0 ? start : start.slice(0, end)
  if (line.length >= longestSeparator) return false
  if (isNamedAsOne(name)) return strictForm.test(line) || looseForm.test(line)
  return openingForm.test(line)
}

/**
 * What a separator in no known form has in common with the others of its file: how its date is written, or that it is an address and
 * nothing else. `undefined` where that would fit prose.
 */
export function shapeOf(line: string): string | undefined {
  const [, word = '', rest = ''] = /^From (\S+)(.*)/.exec(line) ?? []
  if (/\d/.test(rest))
    return rest
      .trim()
      .replace(/\d+/g, '0')
      .replace(/[A-Za-z]+/g, 'a')
  return rest.trim() === '' && word.includes('@') ? '@' : undefined
}

/** The address in a separator, `''` where there is none. */
export function senderOf(line: string): string {
  const word = line.trimEnd().split(' ')[1] ?? ''
  return word.includes('@') ? word : ''
}
