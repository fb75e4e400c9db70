// Collects words as a browser would lay them out in lines: one blank between words, at most one empty line.

export interface TextFlow {
  add(piece: string): void
  blank(): void
  breakLine(): void
  breakBlock(): void
  /** from here on words are also collected apart, until `endSpan` gives them back */
  beginSpan(): void
  endSpan(): string
  finish(): string
}

// blanks and the invisible characters that senders fill preview texts with
const filler = /(?:[ \t\r\n\f\u00a0\u200b\u200c\u00ad\ufeff]|\u034f)+/g
const needsWork = /[\t\r\n\f\u00a0\u200b\u200c\u00ad\ufeff]|\u034f| {2}/

/** White space of ASCII alone, as it stands between most tags. */
function isBlank(piece: string): boolean {
  for (let i = 0; i < piece.length; i += 1) {
    const code = piece.charCodeAt(i)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 12) return false
  }
  return true
}

export function createTextFlow(): TextFlow {
  let text = ''
  let gap: '' | ' ' | '\n' | '\n\n' = ''
  let span = ''
  let isSpan = false

  function append(words: string) {
    if (isSpan) span += span !== '' && gap !== '' ? ` ${words}` : words
    text += text === '' ? words : gap + words
    gap = ''
  }

  return {
    add(piece) {
      if (isBlank(piece)) {
        if (gap === '' && piece !== '') gap = ' '
        return
      }
      const words = needsWork.test(piece) ? piece.replace(filler, ' ') : piece
      if (gap === '' && words.startsWith(' ')) gap = ' '
      const trimmed = words.trim()
      if (trimmed === '') return
      append(trimmed)
      if (words.endsWith(' ')) gap = ' '
    },
    blank() {
      if (gap === '') gap = ' '
    },
    breakLine() {
      gap = gap === '\n' || gap === '\n\n' ? '\n\n' : '\n'
    },
    breakBlock() {
      if (gap !== '\n\n') gap = '\n'
    },
    beginSpan() {
      isSpan = true
      span = ''
    },
    endSpan() {
      isSpan = false
      return span
    },
    finish: () => text,
  }
}
