// The parameters of MAIL and RCPT that Mailhold knows, and the values they may have.

import type { EsmtpParameter } from '../../model/envelope.js'
import { type Reply, reply } from '../reply.js'

/** A form that the value must have, with words for who got it wrong; `undefined`: no value at all. */
type Rule = { readonly form: RegExp; readonly says: string } | undefined

const flag: Rule = undefined
const xtext = /^.+$/s
const rule = (form: RegExp, says: string): Rule => ({ form, says })

/** By the document that defines each. */
export const mailParameters: ReadonlyMap<string, Rule> = new Map([
  ['SIZE', rule(/^\d{1,20}$/, 'a number of octets')], // RFC 1870
  ['BODY', rule(/^(7BIT|8BITMIME|BINARYMIME)$/i, '7BIT, 8BITMIME or BINARYMIME')], // RFC 6152, RFC 3030
  ['SMTPUTF8', flag], // RFC 6531
  ['RET', rule(/^(FULL|HDRS)$/i, 'FULL or HDRS')], // RFC 3461 §4.3
  ['ENVID', rule(xtext, 'an envelope identifier')], // RFC 3461 §4.4
  ['AUTH', rule(xtext, 'an address or <>')], // RFC 4954 §5
  ['MT-PRIORITY', rule(/^-?\d$/, 'a number from -9 to 9')], // RFC 6710
  ['REQUIRETLS', flag], // RFC 8689
  ['HOLDFOR', rule(/^\d{1,9}$/, 'a number of seconds')], // RFC 4865
  ['HOLDUNTIL', rule(xtext, 'a date and time')], // RFC 4865
  ['BY', rule(/^-?\d{0,9};[RN]T?$/i, 'like 120;R')], // RFC 2852
])

export const recipientParameters: ReadonlyMap<string, Rule> = new Map([
  [
    'NOTIFY',
    rule(
      /^(NEVER|(SUCCESS|FAILURE|DELAY)(,(SUCCESS|FAILURE|DELAY))*)$/i,
      'NEVER, or some of SUCCESS,FAILURE,DELAY',
    ),
  ], // RFC 3461 §4.1
  ['ORCPT', rule(/^[^;\s]+;.+$/s, 'like rfc822;ada@example.com')], // RFC 3461 §4.2
  ['RRVS', rule(xtext, 'a date and time')], // RFC 7293
])

/** What is wrong with `given`, or `undefined`. */
export function parameterMistake(
  known: ReadonlyMap<string, Rule>,
  given: readonly EsmtpParameter[],
): Reply | undefined {
  const seen = new Set<string>()
  for (const { name, value } of given) {
    if (!known.has(name)) return reply('555 5.5.4', `${name} is not a parameter that mailhold knows`)
    if (seen.has(name)) return reply('501 5.5.4', `${name} was given twice`)
    seen.add(name)
    const mistake = valueMistake(known.get(name), value)
    if (mistake) return reply('501 5.5.4', `${name} ${mistake}`)
  }
  return undefined
}

function valueMistake(wanted: Rule, value: string | undefined): string | undefined {
  if (!wanted) return value === undefined ? undefined : 'takes no value'
  return value !== undefined && wanted.form.test(value) ? undefined : `must be ${wanted.says}`
}

/** The value of a parameter, or `undefined` where it was not given or has none. */
export const parameterValue = (parameters: readonly EsmtpParameter[], name: string): string | undefined =>
  parameters.find((parameter) => parameter.name === name)?.value
