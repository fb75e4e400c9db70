// Certificates, and who is let in.

import { type OptionKind, parser } from '../option.js'

/** Where the certificate comes from. `names` are host names beside those that a certificate of our own always has. */
export type TlsSource =
  | { readonly from: 'off' }
  | { readonly from: 'auto'; readonly names: readonly string[] }
  | { readonly from: 'files'; readonly certificate: string; readonly key: string }

/** Whose credentials SMTP takes: everybody's, nobody's (AUTH is not offered), those in an htpasswd file. */
export type SmtpAuth =
  | { readonly from: 'accept-any' }
  | { readonly from: 'off' }
  | { readonly from: 'file'; readonly file: string }

const certificateName = /^(?:[a-z0-9*](?:[a-z0-9.-]{0,251}[a-z0-9])?|[0-9a-f:]{2,39})$/i

export const tlsSource: OptionKind<TlsSource> = {
  flag: 'value',
  placeholder: '<auto[:names]|cert,key>',
  form: 'auto, auto:name,…, <certificate file>,<key file> or off',
  parse: parser(readTls),
  print: (tls) => {
    if (tls.from === 'files') return `${tls.certificate},${tls.key}`
    if (tls.from === 'off' || tls.names.length === 0) return tls.from
    return `auto:${tls.names.join(',')}`
  },
}

export const smtpAuth: OptionKind<SmtpAuth> = {
  flag: 'value',
  placeholder: '<accept-any|off|file>',
  form: 'accept-any, off or an htpasswd file',
  parse: parser((text) => {
    if (text === 'accept-any' || text === 'off') return { from: text }
    return text.length > 0 && !text.includes('\0') ? { from: 'file', file: text } : undefined
  }),
  print: (auth) => (auth.from === 'file' ? auth.file : auth.from),
}

function readTls(text: string): TlsSource | undefined {
  if (text === 'off') return { from: 'off' }
  if (text === 'auto') return { from: 'auto', names: [] }
  if (text.startsWith('auto:')) return readNames(text.slice('auto:'.length).split(','))
  const [certificate, key, ...rest] = text.split(',')
  return certificate && key && rest.length === 0 && !text.includes('\0')
    ? { from: 'files', certificate, key }
    : undefined
}

function readNames(names: readonly string[]): TlsSource | undefined {
  return names.every((name) => certificateName.test(name)) ? { from: 'auto', names } : undefined
}
