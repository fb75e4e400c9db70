// Mailpit's environment.

import { address, folderOf, limit, limitIn, path, webOrigins } from './values.js'
import {
  asOption,
  asPair,
  asSwitch,
  isYes,
  needless,
  type PeerVariables,
  protection,
  unmet,
} from './variable.js'

const hashedFile = (option: string) => `write the users into a file with htpasswd -B and say ${option} <file>`

const noRelay = 'mail leaves only when somebody releases it'
const noTags = 'mail is tagged over the API only'
const noHttps = 'put a proxy that speaks TLS in front of --http'

const smtpTls = (certificate: string, key: string) => `${certificate},${key}`

export const mailpitVariables: PeerVariables = {
  MP_SMTP_BIND_ADDR: asOption('smtp', address),
  MP_UI_BIND_ADDR: asOption('http', address),
  MP_POP3_BIND_ADDR: asOption('pop3', address),
  MP_DATABASE: asOption('data', folderOf),
  MP_DATA_FILE: asOption('data', folderOf),
  MP_LABEL: asOption('label'),
  MP_MAX_MESSAGES: asOption('maxMessages', limit),
  MP_MAX_AGE: asOption('maxAge'),
  MP_MAX_MESSAGE_SIZE: asOption('maxMessageSize', limitIn('MiB')),
  MP_SMTP_MAX_RECIPIENTS: asOption('maxRecipients', limit),
  MP_WEBROOT: asOption('basePath', path),
  MP_API_CORS: asOption('corsOrigin', webOrigins),
  MP_ALLOWED_HOSTS: asOption('allowedHosts'),
  MP_UI_AUTH_FILE: asOption('httpAuth'),
  MP_SMTP_AUTH_FILE: asOption('smtpAuth'),
  MP_POP3_AUTH_FILE: asOption('pop3Auth'),
  MP_SMTP_AUTH_ACCEPT_ANY: asSwitch('smtpAuth', 'accept-any'),
  MP_QUIET: asSwitch('logLevel', 'error'),
  MP_VERBOSE: asSwitch('logLevel', 'debug'),
  MP_SMTP_TLS_CERT: asPair('tls', 'MP_SMTP_TLS_KEY', smtpTls),
  MP_SMTP_TLS_KEY: asPair('starttls', 'MP_SMTP_TLS_CERT', () => 'true'),

  MP_UI_AUTH: protection(hashedFile('--http-auth'), { unless: 'httpAuth' }),
  MP_SMTP_AUTH: protection(hashedFile('--smtp-auth'), { unless: 'smtpAuth' }),
  MP_POP3_AUTH: protection(hashedFile('--pop3-auth'), { unless: 'pop3Auth' }),
  MP_SEND_API_AUTH: protection(hashedFile('--http-auth'), { unless: 'httpAuth' }),
  MP_SEND_API_AUTH_FILE: protection(hashedFile('--http-auth'), { unless: 'httpAuth' }),
  MP_UI_TLS_CERT: protection(noHttps),
  MP_UI_TLS_KEY: protection(noHttps),
  MP_POP3_TLS_CERT: protection('say --pop3 off --pop3s 1110 --tls <certificate>,<key>', { unless: 'pop3s' }),
  MP_POP3_TLS_KEY: protection('say --pop3 off --pop3s 1110 --tls <certificate>,<key>', { unless: 'pop3s' }),
  MP_SMTP_REQUIRE_STARTTLS: protection('say --smtp off --smtps 1025 to take nothing without TLS', {
    unless: 'smtps',
    asks: isYes,
  }),
  MP_SMTP_REQUIRE_TLS: protection('say --smtp off --smtps 1025', { unless: 'smtps', asks: isYes }),

  MP_SMTP_AUTH_ALLOW_INSECURE: needless,
  MP_SEND_API_AUTH_ACCEPT_ANY: needless,
  MP_SMTP_DISABLE_RDNS: needless,
  MP_SMTP_IGNORE_REJECTED_RECIPIENTS: needless,
  MP_DISABLE_VERSION_CHECK: needless,
  MP_DISABLE_WAL: needless,
  MP_DISABLE_HTTP_COMPRESSION: needless,
  MP_COMPRESSION: needless,
  MP_BLOCK_REMOTE_CSS_AND_FONTS: needless,
  MP_ENABLE_CHAOS: needless,
  MP_ENABLE_PROMETHEUS: needless,
  MP_ALLOW_UNTRUSTED_TLS: needless,

  MP_CHAOS_TRIGGERS: unmet('set them with PUT /api/v1/chaos'),
  MP_SMTP_ALLOWED_RECIPIENTS: unmet('every recipient is taken; refuse some with a fault rule'),
  MP_IGNORE_DUPLICATE_IDS: unmet('every message is kept'),
  MP_USE_MESSAGE_DATES: unmet('mail is in the order in which it came'),
  MP_LOG_FILE: unmet('the log goes to standard error'),
  MP_TENANT_ID: unmet('give each its own --data folder'),
  MP_TAG: unmet(noTags),
  MP_TAGS_CONFIG: unmet(noTags),
  MP_TAGS_TITLE_CASE: unmet(noTags),
  MP_TAGS_USERNAME: unmet(noTags),
  MP_TAGS_DISABLE: needless,
  MP_WEBHOOK_URL: unmet('nothing is fetched or called; follow GET /v1/events'),
  MP_WEBHOOK_LIMIT: needless,
  MP_SMTP_RELAY_CONFIG: unmet(noRelay),
  MP_SMTP_RELAY_HOST: unmet(noRelay),
  MP_SMTP_RELAY_ALL: unmet(noRelay),
  MP_SMTP_RELAY_MATCHING: unmet(noRelay),
  MP_SMTP_FORWARD_CONFIG: unmet(noRelay),
  MP_SMTP_FORWARD_HOST: unmet(noRelay),
}
