import { expect, test } from 'vitest'
import { tlsTrouble } from '#mailhold/lines/tls-trouble.js'

const failure = (code: string, facts: object = {}) =>
  Object.assign(new Error('80DC2A7F:error:0A000418:SSL routines::why:../deps/openssl/rec.c:1601:\n'), {
    code,
    ...facts,
  })

const distrusts =
  'The TLS handshake failed: the client does not trust the certificate; give it what `mailhold cert` prints, or switch its check of certificates off'
const givesUp =
  'The TLS handshake failed: the client gave up, most often because it does not trust the certificate; give it what `mailhold cert` prints, or switch its check of certificates off'
const plainText =
  'The TLS handshake failed: the client spoke plain text where TLS begins; switch TLS on in it, or send it to a port without TLS'
const tooOld =
  'The TLS handshake failed: the client knows no TLS as new as 1.2, the oldest that is spoken here; update it'

test.each([
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', distrusts],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', distrusts],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN', distrusts],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', distrusts],
  ['ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE', distrusts],
  ['ERR_SSL_WRONG_VERSION_NUMBER', plainText],
  ['ERR_SSL_HTTP_REQUEST', plainText],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', tooOld],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', tooOld],
  ['ERR_TLS_HANDSHAKE_TIMEOUT', 'The TLS handshake failed: the client did not finish it in time'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', givesUp],
  ['ECONNRESET', givesUp],
])('%s', (code, expected) => {
  expect(tlsTrouble(failure(code))).toBe(expected)
})

test('a socket that was just closed is a client that gave up', () => {
  expect(tlsTrouble(undefined)).toBe(givesUp)
})

test('what is not known is told in the words of OpenSSL, without its files and lines', () => {
  expect(tlsTrouble(failure('ERR_SSL_NO_SHARED_CIPHER', { reason: 'no shared cipher' }))).toBe(
    'The TLS handshake failed: no shared cipher',
  )
})
