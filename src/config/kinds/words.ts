// Words: one of a few, any text, the path of a file, a switch.

import { type OptionKind, parser } from '../option.js'

/** One of the given words. */
export const choice = <const Word extends string>(...words: readonly Word[]): OptionKind<Word> => ({
  flag: 'value',
  placeholder: `<${words.join('|')}>`,
  form: `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  parse: parser((text) => words.find((word) => word === text)),
  print: (word) => word,
})

/** Some of the given words, each once; `none` for none of them. */
export const someOf = <const Word extends string>(
  ...words: readonly Word[]
): OptionKind<readonly Word[]> => ({
  flag: 'list',
  placeholder: `<${words.join(',')}|none>`,
  form: `a list of ${words.slice(0, -1).join(', ')} and ${words.at(-1)}, or none`,
  parse: parser((text) => {
    if (text.trim() === 'none') return []
    const found = text.split(',').map((item) => words.find((word) => word === item.trim()))
    const good = found.filter((word) => word !== undefined)
    return good.length === found.length ? [...new Set(good)] : undefined
  }),
  print: (value) => value.join(',') || 'none',
})

/** On or off; stands alone on the command line. */
export const toggle: OptionKind<boolean> = {
  flag: 'switch',
  placeholder: '',
  form: 'true or false',
  parse: parser((text) => {
    if (['true', 'on', 'yes', '1'].includes(text)) return true
    return ['false', 'off', 'no', '0'].includes(text) ? false : undefined
  }),
  print: String,
}

/** One line of text; may be empty. */
export const text: OptionKind<string> = {
  flag: 'value',
  placeholder: '<text>',
  form: 'one line of at most 1000 characters',
  parse: parser((given) => (given.length <= 1000 && !/\p{Cc}/u.test(given) ? given : undefined)),
  print: (value) => value,
}

/** The path of a file; `undefined` for `off`. */
export const fileOrOff: OptionKind<string | undefined> = {
  flag: 'value',
  placeholder: '<file>',
  form: 'a file or off',
  parse: (given) => (given === 'off' ? { value: undefined } : path(given)),
  print: (value) => value ?? 'off',
}

/** A folder, or the word `memory`. */
export const folderOrMemory: OptionKind<string> = {
  flag: 'value',
  placeholder: '<folder>|memory',
  form: 'a folder or memory',
  parse: (given) => path(given),
  print: (value) => value,
}

const path = parser((given) =>
  given.length > 0 && given.length < 4096 && !given.includes('\0') ? given : undefined,
)
