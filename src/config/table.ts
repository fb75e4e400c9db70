// Every option of the server, one row each. Flags, MAILHOLD_* names, file members, help, docs and types come from here.

import { dataFolder } from './data-folder.js'
import { listeners, listenersWithInbox } from './kinds/listeners.js'
import { basePath, domains, hostPatterns, origins } from './kinds/names.js'
import { count, duration, size } from './kinds/quantities.js'
import { smtpAuth, tlsSource } from './kinds/security.js'
import { choice, fileOrOff, folderOrMemory, someOf, text, toggle } from './kinds/words.js'
import { option, type ValuesOf } from './option.js'

const ports = 'Ports'
const storage = 'Storage'
const inboxes = 'Inboxes'
const tls = 'TLS'
const logins = 'Logins'
const limits = 'Limits'
const web = 'Web'
const running = 'Running'

export const optionTable = {
  smtp: option({
    group: ports,
    kind: listenersWithInbox,
    default: '1025',
    help: 'SMTP; 0 takes any free port',
  }),
  smtps: option({
    group: ports,
    kind: listenersWithInbox,
    default: 'off',
    help: 'SMTP with TLS from the first octet; implies --tls auto',
  }),
  pop3: option({ group: ports, kind: listeners, default: '1110', help: 'POP3' }),
  pop3s: option({
    group: ports,
    kind: listeners,
    default: 'off',
    help: 'POP3 with TLS from the first octet; implies --tls auto',
  }),
  http: option({ group: ports, kind: listeners, default: '8025', help: 'HTTP: the API and the page' }),

  data: option({
    group: storage,
    kind: folderOrMemory,
    default: { text: "the platform's data folder", on: dataFolder },
    help: 'where mail is kept; memory is a private temporary folder, removed at exit',
  }),
  recover: option({
    group: storage,
    kind: toggle,
    default: 'false',
    help: 'move a damaged database aside and start a new one',
  }),
  maxMessages: option({
    group: storage,
    kind: count,
    default: '100000',
    help: 'messages kept; beyond it the oldest go',
  }),
  maxAge: option({ group: storage, kind: duration, default: '30d', help: 'how long a message is kept' }),
  maxStoreSize: option({
    group: storage,
    kind: size,
    default: '2GB',
    help: 'size of the store; beyond it the oldest messages go',
  }),

  inboxDomain: option({
    group: inboxes,
    kind: domains,
    default: 'mailhold.test',
    help: 'domains whose sub-domains name inboxes: ada@w1.mailhold.test is inbox w1',
  }),

  tls: option({
    group: tls,
    kind: tlsSource,
    default: 'off',
    help: 'a certificate made by Mailhold (auto, with more names) or your own',
  }),
  starttls: option({
    group: tls,
    kind: toggle,
    default: 'false',
    help: 'offer STARTTLS on the SMTP ports; implies --tls auto',
  }),

  smtpAuth: option({
    group: logins,
    kind: smtpAuth,
    default: 'accept-any',
    help: 'whose SMTP login is taken: any, none, those in an htpasswd file',
  }),
  httpAuth: option({
    group: logins,
    kind: fileOrOff,
    default: 'off',
    help: 'htpasswd file (bcrypt or scrypt) for the API and the page',
  }),
  pop3Auth: option({
    group: logins,
    kind: fileOrOff,
    default: 'off',
    help: 'htpasswd file (bcrypt or scrypt) for POP3; off takes any password',
  }),
  pop3Delete: option({
    group: logins,
    kind: choice('remove', 'hide', 'keep'),
    default: 'remove',
    help: 'what DELE does to a message',
  }),

  maxMessageSize: option({ group: limits, kind: size, default: '50MB', help: 'size of one message' }),
  maxRecipients: option({ group: limits, kind: count, default: '1000', help: 'recipients of one message' }),
  pop3IdleTimeout: option({
    group: limits,
    kind: duration,
    default: '10m',
    help: 'how long a POP3 client may say nothing before it is sent away',
  }),
  maxConnections: option({
    group: limits,
    kind: count,
    default: '500',
    help: 'connections open at once, for SMTP and POP3 each',
  }),

  allowedHosts: option({
    group: web,
    kind: hostPatterns,
    default: '',
    help: 'more host names that the API and the page answer to; * for all',
  }),
  corsOrigin: option({
    group: web,
    kind: origins,
    default: '',
    help: 'web origins whose pages may use the API',
  }),
  basePath: option({
    group: web,
    kind: basePath,
    default: '/',
    help: 'path below which the API and the page lie',
  }),
  compat: option({
    group: web,
    kind: someOf('mailpit', 'mailhog', 'maildev', 'ethereal'),
    default: 'mailpit,mailhog,maildev,ethereal',
    help: 'other servers whose API is answered beside ours',
  }),
  label: option({ group: web, kind: text, default: '', help: 'name shown on the page' }),

  logFormat: option({
    group: running,
    kind: choice('pretty', 'json'),
    default: 'pretty',
    help: 'form of log lines',
  }),
  logLevel: option({
    group: running,
    kind: choice('silent', 'error', 'warn', 'info', 'debug', 'trace'),
    default: 'info',
    help: 'which log lines are written',
  }),
  readyFile: option({
    group: running,
    kind: fileOrOff,
    default: 'off',
    help: 'written as JSON when everything accepts connections: pid, ports, URL',
  }),
  config: option({
    group: running,
    kind: fileOrOff,
    default: 'mailhold.config.json',
    help: 'JSON file with options by their names in camelCase',
  }),
}

/** Every option of the server by its name: `smtp`, `maxAge`, … */
export type Options = ValuesOf<typeof optionTable>
export type OptionName = keyof Options
