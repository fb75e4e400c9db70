// Where the running server is, for the commands that talk to it.

import { type Client, createClient } from '../client/in-node.js'
import { text } from '../config/kinds/words.js'
import { type OptionKind, option, parser } from '../config/option.js'

const serverUrl: OptionKind<string> = {
  flag: 'value',
  placeholder: '<url>',
  form: 'an address such as http://localhost:8025',
  parse: parser((given) => (URL.canParse(given) && /^https?:/i.test(given) ? given : undefined)),
  print: (value) => value,
}

const group = 'Server and messages'

/** The row of `--url`; every command that talks to a server has it. */
export const serverOptions = {
  url: option({
    group,
    kind: serverUrl,
    default: 'http://localhost:8025',
    help: 'address of the running server',
  }),
}

/** The rows that say which messages are meant. */
export const narrowingOptions = {
  inbox: option({ group, kind: text, default: '', help: 'only mail of this inbox' }),
  q: option({
    group,
    kind: text,
    short: 'q',
    default: '',
    help: 'only mail that this search finds: from:ada invoice',
  }),
}

export const clientOf = ({ url }: { readonly url: string }): Client => createClient({ url })

/** What was given of `--inbox` and `-q`. */
export const narrowingOf = ({ inbox, q }: { readonly inbox: string; readonly q: string }) => ({
  ...(inbox === '' ? {} : { inbox }),
  ...(q === '' ? {} : { q }),
})
