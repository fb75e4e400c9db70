// What a command is told about the server that was started for it: names of variables and where their values come from.

import { nearest } from '../../config/nearest.js'
import { OptionError } from '../../config/option-error.js'

/** Values by the names that stand between braces in a template. */
export type Places = Readonly<Record<string, string>>

export interface PrivateAddresses {
  readonly url: string
  readonly smtp: { readonly host: string; readonly port: number }
  readonly pop3: { readonly host: string; readonly port: number }
}

/** `{smtp.port}`, `{http.url}`, … */
export function placesOf({ url, smtp, pop3 }: PrivateAddresses): Places {
  const http = new URL(url)
  return {
    'http.url': url,
    'http.host': http.hostname,
    'http.port': http.port,
    'smtp.url': `smtp://${smtp.host}:${smtp.port}`,
    'smtp.host': smtp.host,
    'smtp.port': String(smtp.port),
    'pop3.url': `pop3://${pop3.host}:${pop3.port}`,
    'pop3.host': pop3.host,
    'pop3.port': String(pop3.port),
  }
}

/** Names of variables with templates: `{ MAIL_PORT: '{smtp.port}' }`. */
export type Templates = Readonly<Record<string, string>>

/** What every command is told. */
export const always: Templates = {
  MAILHOLD_URL: '{http.url}',
  SMTP_HOST: '{smtp.host}',
  SMTP_PORT: '{smtp.port}',
  SMTP_URL: '{smtp.url}',
  POP3_URL: '{pop3.url}',
}

/** What frameworks read by convention. Encryption and logins that an environment file may hold are taken back. */
export const presets = {
  laravel: {
    MAIL_MAILER: 'smtp',
    MAIL_HOST: '{smtp.host}',
    MAIL_PORT: '{smtp.port}',
    MAIL_ENCRYPTION: 'null',
    MAIL_SCHEME: 'null',
    MAIL_USERNAME: 'null',
    MAIL_PASSWORD: 'null',
  },
  symfony: { MAILER_DSN: '{smtp.url}' },
  // an empty text is false in every common way of reading these
  django: {
    EMAIL_HOST: '{smtp.host}',
    EMAIL_PORT: '{smtp.port}',
    EMAIL_HOST_USER: '',
    EMAIL_HOST_PASSWORD: '',
    EMAIL_USE_TLS: '',
    EMAIL_USE_SSL: '',
    EMAIL_URL: '{smtp.url}',
  },
  rails: {
    SMTP_ADDRESS: '{smtp.host}',
    SMTP_SERVER: '{smtp.host}',
    SMTP_ENABLE_STARTTLS_AUTO: 'false',
  },
  spring: {
    SPRING_MAIL_HOST: '{smtp.host}',
    SPRING_MAIL_PORT: '{smtp.port}',
    SPRING_MAIL_PROTOCOL: 'smtp',
    SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH: 'false',
    SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE: 'false',
  },
} as const satisfies Readonly<Record<string, Templates>>

const nameForm = /^[A-Za-z_][A-Za-z0-9_]*$/

/** `MAIL_PORT={smtp.port}`. @throws OptionError for another form or a place that there is none of */
export function readTemplate(text: string): readonly [name: string, template: string] {
  const at = text.indexOf('=')
  const name = text.slice(0, Math.max(0, at))
  if (!nameForm.test(name) || text.includes('\0')) {
    throw new OptionError(`--set must be NAME=text, got ${JSON.stringify(text.slice(0, 60))}`)
  }
  const template = text.slice(at + 1)
  fill(template, example)
  return [name, template]
}

const example = placesOf({
  url: 'http://localhost:1',
  smtp: { host: 'localhost', port: 1 },
  pop3: { host: 'localhost', port: 1 },
})

/** Puts values in place of `{smtp.port}` and the like; other braces stay as they are. */
export const fill = (template: string, places: Places): string =>
  template.replace(/\{([a-z0-9]+\.[a-z]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(places, name) ? places[name] : undefined
    if (value !== undefined) return value
    const meant = nearest(name, Object.keys(places))
    const remedy = meant ? `did you mean {${meant}}?` : `there are ${Object.keys(places).join(', ')}`
    throw new OptionError(`--set: there is no {${name}}; ${remedy}`)
  })

/** Every template with its places filled. */
export const filled = (templates: Templates, places: Places): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, fill(template, places)]))
