// Decides what of a client's line may stand in the transcript.

/** What stands in a transcript in place of a password or token. */
export const blank = '***'

export interface LineKind {
  /** it belongs to a SASL exchange */
  readonly isAnswer: boolean
  /** its verb is one that the server knows */
  readonly isCommand: boolean
}

/** Follows one connection. */
export class Secrecy {
  #isAuthUnfinished = false

  /**
   * The line as it may be shown. Behind AUTH nothing is, up to the next command that is known: where AUTH was refused,
   * for whatever reason, many clients send the name and the password all the same.
   */
  shown(text: string, { isAnswer, isCommand }: LineKind): string {
    if (isAnswer) return unlessGivenUp(text)
    if (authForm.test(text)) this.#isAuthUnfinished = true
    else if (isCommand) this.#isAuthUnfinished = false
    else if (this.#isAuthUnfinished) return unlessGivenUp(text)
    return blankCredentials(text)
  }

  /** The client has said all it had to say. */
  authSucceeded(): void {
    this.#isAuthUnfinished = false
  }
}

const unlessGivenUp = (text: string): string => (text === '*' ? text : blank)

/** AUTH however it is written, also where no server would take it for the command. */
const authForm = /^\W*AUTH(?![a-z0-9_])/i

/** A command line with its credentials blanked: all of AUTH but the method, PASS, the digest of APOP. */
export function blankCredentials(line: string): string {
  return blankAuth(line)
    .replace(/^(\s*PASS\s).*$/is, `$1${blank}`)
    .replace(/^(\s*APOP\s+\S+\s+)\S.*$/is, `$1${blank}`)
    .replace(/^((?:proxy-)?authorization:\s*).*$/is, `$1${blank}`)
}

function blankAuth(line: string): string {
  const start = authForm.exec(line)?.[0]
  if (start === undefined) return line
  const [, gap = '', method = '', blanks = '', rest = ''] =
    /^([\s=:]*)(\S*)(\s*)(.*)$/s.exec(line.slice(start.length)) ?? []
  const shownMethod = method === '' || methodForm.test(method) ? method : blank
  return `${start}${gap}${shownMethod}${blanks}${rest && blank}`
}

/** RFC 4422 §3.1, in letters of one case, which a response in base64 hardly ever has. */
const methodForm = /^(?:[A-Z0-9_-]{1,20}|[A-Za-z]?[a-z0-9_-]{0,19})$/
