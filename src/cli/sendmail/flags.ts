// The flags of sendmail(8), as programs that send mail through it use them.

import { text, toggle } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { serverOptions } from '../server.js'

const group = 'As sendmail has them'

export const sendOptions = {
  ...serverOptions,
  readRecipients: option({
    group,
    kind: toggle,
    short: 't',
    default: 'false',
    help: 'take recipients from To, Cc and Bcc too, and leave Bcc out',
  }),
  ignoreDots: option({
    group,
    kind: toggle,
    short: 'i',
    default: 'false',
    help: 'a line of one dot does not end the message (also -oi)',
  }),
  from: option({ group, kind: text, short: 'f', default: '', help: 'envelope sender (also -r)' }),
  fullName: option({
    group,
    kind: text,
    short: 'F',
    default: '',
    help: 'name of the sender, for a message without From',
  }),
  mode: option({
    group,
    kind: text,
    short: 'b',
    default: 'm',
    help: '-bm: read one message; -bs: speak SMTP on standard input and output',
  }),
  setting: option({ group, kind: text, short: 'o', default: '', help: '-oi as -i; others change nothing' }),
}

const ignoredWithValue = /^-[BdhLNOpqRVX]/
const ignoredSwitch = /^-[GmnUv]$/

/** Leaves out what changes nothing for a mail that goes nowhere, and writes `-r` as `-f`. */
export function essentialFlags(argv: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--') return [...kept, ...argv.slice(at)]
    if (ignoredSwitch.test(word)) continue
    if (ignoredWithValue.test(word)) {
      if (word.length === 2) at += 1
      continue
    }
    kept.push(word.replace(/^-r/, '-f'))
  }
  return kept
}
