// A place in a style sheet that moves forward, and the escapes on its way (CSS Syntax 3 §4.3.7).

const hexDigits = /[0-9a-f]{1,6}/iy

export class Scanner {
  readonly #css: string
  #at = 0

  constructor(source: string) {
    this.#css = source.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd')
  }

  /** '' at the end. */
  get here(): string {
    return this.#css.charAt(this.#at)
  }

  /** Passes over what the sticky `form` finds here and gives it; '' where it finds nothing. */
  take(form: RegExp): string {
    const from = this.#at
    if (!this.sees(form)) return ''
    this.#at = form.lastIndex
    return this.#css.slice(from, this.#at)
  }

  sees(form: RegExp): boolean {
    form.lastIndex = this.#at
    return form.test(this.#css)
  }

  skip(characters: number): void {
    this.#at += characters
  }

  /** Whether `text` stands here; if so, it is passed over. */
  passed(text: string): boolean {
    const isHere = this.#css.startsWith(text, this.#at)
    if (isHere) this.#at += text.length
    return isHere
  }

  /** To behind the next `end`, or to the end of all. */
  passBehind(end: string): void {
    const found = this.#css.indexOf(end, this.#at)
    this.#at = found < 0 ? this.#css.length : found + end.length
  }

  /** Plain characters and escapes, these read, up to where neither stands. */
  run(plain: RegExp): string {
    let text = this.take(plain)
    while (this.here === '\\' && this.#css[this.#at + 1] !== '\n') text += this.#escaped() + this.take(plain)
    return text
  }

  #escaped(): string {
    this.#at += 1
    const hex = this.take(hexDigits)
    if (hex === '') return this.#character()
    if (/^[ \t\n]$/.test(this.here)) this.#at += 1
    return characterOf(Number.parseInt(hex, 16))
  }

  #character(): string {
    const text = characterOf(this.#css.codePointAt(this.#at) ?? 0)
    this.#at += text.length
    return text
  }
}

function characterOf(point: number): string {
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : '\ufffd'
}
