// The form in which texts of mails are compared and shown in one line.

// what has to change only, since most texts hold single blanks alone
const uneven = /[^\S ]\s*| \s+/g

/** Runs of white space (also no-break and other Unicode spaces) become one blank; ends are trimmed. */
export function collapseSpace(text: string): string {
  return text.replace(uneven, ' ').trim()
}
