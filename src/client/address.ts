// Where the server is: as a test says, or the environment, or where it listens by itself.

import { quoted } from './mail/words.js'

const usual = 'http://localhost:8025'

/**
 * @param given counts before the variable
 * @param variable MAILHOLD_URL
 * @throws TypeError with the value that is no address of HTTP, and where it came from
 */
export function serverAddress(given: string | URL | undefined, variable: string | undefined): URL {
  const text = String(given ?? variable ?? usual)
  const address = parsed(text)
  if (address && /^https?:$/.test(address.protocol)) return address
  const source = given === undefined ? ' (from MAILHOLD_URL)' : ''
  throw new TypeError(`url must be an address such as ${usual}, got ${quoted(text)}${source}`)
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
