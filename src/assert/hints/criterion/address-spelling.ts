// The address that was meant, spelt as no address is: with a blank for its plus sign, with others in a list, or with
// its domain in the other of the two spellings that it may have.

import { domainToASCII } from 'node:url'
import { quoted } from '../../visible.js'
import { addressHint, type CriterionHint } from '../criterion-hint.js'

/** In a query string a plus sign stands for a blank. */
export const blankForPlus: CriterionHint = {
  name: 'blankForPlus',
  tell: addressHint((expected, { values }) => {
    const meant = expected.trim().replaceAll(' ', '+').toLowerCase()
    const found = expected.trim().includes(' ') && values.find((value) => value.toLowerCase() === meant)
    return found ? `the mail has ${quoted(found)}; in a query string + is a blank, write + as %2B` : undefined
  }),
}

export const addressList: CriterionHint = {
  name: 'addressList',
  tell: addressHint((expected, { criterion: { field } }) =>
    expected.split(/[,;]/).filter((piece) => piece.includes('@')).length > 1
      ? `a criterion asks for one address, a list is not taken; ask for the others in each: [{${field}: …}]`
      : undefined,
  ),
}

/** RFC 5890: `bücher.example` and `xn--bcher-kva.example` are one domain. */
export const otherSpellingOfDomain: CriterionHint = {
  name: 'otherSpellingOfDomain',
  tell: addressHint((expected, { values }) => {
    const meant = inAscii(expected)
    const found = meant === undefined ? undefined : values.find((value) => inAscii(value) === meant)
    return found && `the same address with its domain in the other spelling; the mail has ${quoted(found)}`
  }),
}

function inAscii(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const domain = domainToASCII(address.slice(at + 1).trim())
  return at < 0 || domain === '' ? undefined : `${address.slice(0, at).trim().toLowerCase()}@${domain}`
}
