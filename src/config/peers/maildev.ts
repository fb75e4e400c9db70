// MailDev's environment.

import { limit, limitIn, path } from './values.js'
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

const noRelay = 'mail leaves only when somebody releases it'
const smtpLogin = 'write the user into a file with htpasswd -B and say --smtp-auth <file>'
const webLogin = 'write the user into a file with htpasswd -B and say --http-auth <file>'

const place = (port: string, ip: string): string => {
  const host = ip.includes(':') ? `[${ip}]` : ip
  return host === '' ? port : `${host}:${port}`
}

export const maildevVariables: PeerVariables = {
  MAILDEV_SMTP_PORT: asPair('smtp', 'MAILDEV_IP', place),
  MAILDEV_IP: asPair('smtp', 'MAILDEV_SMTP_PORT', (ip, port) => place(port || '1025', ip)),
  MAILDEV_DISABLE_WEB: asSwitch('http', 'off'),
  MAILDEV_WEB_PORT: asPair('http', 'MAILDEV_WEB_IP', place),
  MAILDEV_WEB_IP: asPair('http', 'MAILDEV_WEB_PORT', (ip, port) => place(port || '8025', ip)),
  MAILDEV_BASE_PATHNAME: asOption('basePath', path),
  MAILDEV_MAIL_DIRECTORY: asOption('data'),
  MAILDEV_MAX_EMAILS: asOption('maxMessages', limit),
  MAILDEV_MAX_MESSAGE_SIZE: asOption('maxMessageSize', limitIn('')),
  MAILDEV_VERBOSE: asSwitch('logLevel', 'debug'),
  MAILDEV_SILENT: asSwitch('logLevel', 'silent'),

  MAILDEV_INCOMING_USER: protection(smtpLogin, { unless: 'smtpAuth' }),
  MAILDEV_INCOMING_PASS: protection(smtpLogin, { unless: 'smtpAuth' }),
  MAILDEV_INCOMING_SECURE: protection('say --smtp off --smtps 1025', { unless: 'smtps', asks: isYes }),
  MAILDEV_WEB_USER: protection(webLogin, { unless: 'httpAuth' }),
  MAILDEV_WEB_PASS: protection(webLogin, { unless: 'httpAuth' }),
  MAILDEV_HTTPS: protection('put a proxy that speaks TLS in front of --http', { asks: isYes }),

  MAILDEV_HTTPS_KEY: needless,
  MAILDEV_HTTPS_CERT: needless,
  MAILDEV_HIDE_EXTENSIONS: unmet('EHLO names what there is'),
  MAILDEV_AUTO_RELAY: unmet(noRelay),
  MAILDEV_AUTO_RELAY_RULES: unmet(noRelay),
  MAILDEV_OUTGOING_HOST: unmet(noRelay),
  MAILDEV_OUTGOING_PORT: needless,
  MAILDEV_OUTGOING_USER: needless,
  MAILDEV_OUTGOING_PASS: needless,
  MAILDEV_OUTGOING_SECURE: needless,
  MAILDEV_MCP: unmet('there is no MCP server'),
}
