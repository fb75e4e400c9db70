// Says in words why TLS did not come about, or why nothing was said under it.

const trust = 'give it what `mailhold cert` prints, or switch its check of certificates off'
const givesUp = `the client gave up, most often because it does not trust the certificate; ${trust}`
const distrusts = `the client does not trust the certificate; ${trust}`
const tooOld = 'the client knows no TLS as new as 1.2, the oldest that is spoken here; update it'
const plainText =
  'the client spoke plain text where TLS begins; switch TLS on in it, or send it to a port without TLS'

/** Instead of an error where the client sent not one octet, as a check whether a port is open does. */
export const saidNothing = new Error('the client closed without a word')

/** By the code that Node gives to what OpenSSL says. */
const troubles: readonly (readonly [code: RegExp, says: string])[] = [
  [/ALERT_(?:UNKNOWN_CA|BAD_CERTIFICATE|(?:NO_|UNSUPPORTED_)?CERTIFICATE)/, distrusts],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG/, plainText],
  [/UNSUPPORTED_PROTOCOL|ALERT_PROTOCOL_VERSION|VERSION_TOO_LOW/, tooOld],
  [/HANDSHAKE_TIMEOUT/, 'the client did not finish it in time'],
  [/^(?:ECONNRESET|EPIPE|SocketError)$|_ALERT_/, givesUp],
]

/** A sentence about a handshake that failed. @param error what the socket said; nothing where it was just closed */
export function tlsTrouble(error: Error | undefined): string {
  return `The TLS handshake failed: ${error === undefined ? givesUp : causeOf(error)}`
}

/** About a client that finished the handshake and left without a word, as many do that look at the certificate only then. */
export const leftAfterHandshake = `The client left right after the TLS handshake, most often because it does not trust the certificate; ${trust}`

function causeOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : ''
  const known = troubles.find(([form]) => form.test(code))
  if (known) return known[1]
  // OpenSSL's message has files and addresses in it, its reason is the words alone.
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message.trim()
}
