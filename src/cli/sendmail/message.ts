// What sendmail does to a message before it is sent: line ends, the final dot, Bcc, a missing From.

import { addressesOf } from './addresses.js'

export interface SendRequest {
  readonly readRecipients: boolean
  readonly ignoreDots: boolean
  readonly from: string
  readonly fullName: string
  /** recipients named on the command line */
  readonly recipients: readonly string[]
}

export interface Prepared {
  readonly mail: Uint8Array<ArrayBuffer>
  /** `undefined`: the message's own From says it */
  readonly from: string | undefined
  readonly to: readonly string[]
}

// Octets are handled as Latin-1 characters, one each, so that nothing is changed by reading.

/** The message as it goes to the server. Its lines end with CRLF; only Bcc goes (with -t) and only From comes (when missing). */
export function prepareMessage(input: Uint8Array, request: SendRequest): Prepared {
  const text = Buffer.from(input).toString('latin1')
  const whole = request.ignoreDots ? text : untilDot(text)
  const { fields, rest } = splitHeader(whole.replace(/\r?\n/g, '\r\n'))
  const named = (name: string) => fields.filter((field) => fieldName(field) === name)
  const found = request.readRecipients ? ['to', 'cc', 'bcc'].flatMap(named).flatMap(addressesIn) : []
  const kept = request.readRecipients ? fields.filter((field) => fieldName(field) !== 'bcc') : fields
  const hasFrom = named('from').length > 0
  const author = hasFrom || request.from === '' ? [] : [fromField(request)]
  return {
    mail: new Uint8Array(Buffer.from([...author, ...kept, rest].join(''), 'latin1')),
    from: request.from === '' ? undefined : request.from,
    to: [...new Set([...request.recipients, ...found])],
  }
}

function untilDot(text: string): string {
  const end = /^\.\r?$/m.exec(text)
  return end ? text.slice(0, end.index) : text
}

interface SplitMessage {
  /** each with its folded lines and line ends */
  readonly fields: readonly string[]
  /** the empty line and the body */
  readonly rest: string
}

function splitHeader(text: string): SplitMessage {
  const fields: string[] = []
  let at = 0
  const fieldForm = /[!-9;-~]+[ \t]*:[^\r]*(?:\r(?!\n)[^\r]*|\r\n[ \t][^\r]*)*(?:\r\n|$)/y
  for (;;) {
    fieldForm.lastIndex = at
    const [field] = fieldForm.exec(text) ?? []
    if (!field) return { fields, rest: text.slice(at) }
    fields.push(field)
    at += field.length
  }
}

const fieldName = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase()

const addressesIn = (field: string): readonly string[] =>
  addressesOf(Buffer.from(field.slice(field.indexOf(':') + 1), 'latin1').toString('utf8'))

function fromField({ from, fullName }: SendRequest): string {
  const name = fullName === '' ? '' : `"${fullName.replace(/["\\]/g, '\\$&')}" `
  return Buffer.from(`From: ${name}<${from}>\r\n`).toString('latin1')
}
