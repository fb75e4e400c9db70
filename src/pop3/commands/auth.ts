import {
  type Credentials,
  decodeResponse,
  encodeChallenge,
  findMechanism,
  mechanisms,
} from '../../lines/sasl.js'
import { MailholdError } from '../../model/errors.js'
import { command } from '../command.js'
import { logIn } from '../login.js'
import { optional, word } from '../parameters.js'
import { refuse } from '../reply.js'
import type { Session } from '../session.js'

const names = mechanisms.map(({ name }) => name).join(' ')

/** RFC 5034: SASL, with the initial response on the line or after an empty challenge. */
export const auth = command({
  verb: 'AUTH',
  in: ['authorization'],
  takes: [word('mechanism'), optional(word('initial-response'))],
  capabilities: () => [`SASL ${names}`],
  run: async (_state, [name, initial], session) => {
    const mechanism = findMechanism(name)
    if (mechanism === undefined) return refuse(`that mechanism is not spoken here; these are: ${names}`)
    const exchange = mechanism.begin(initial === undefined ? undefined : octetsOf(initial))
    const credentials = await converse(exchange, session)
    return credentials === 'cancelled' ? refuse('cancelled') : logIn(session, credentials, mechanism.name)
  },
})

/** RFC 5034 §4: `*` on a line of its own cancels. */
async function converse(
  exchange: ReturnType<(typeof mechanisms)[number]['begin']>,
  session: Session,
): Promise<Credentials | 'cancelled'> {
  let step = exchange.next()
  while (step.done !== true) {
    const response = await session.ask(encodeChallenge(step.value))
    if (response === '*') return 'cancelled'
    step = exchange.next(octetsOf(response))
  }
  if (step.value !== undefined) return step.value
  throw new MailholdError('badInput', 'the response does not have the form of the mechanism')
}

function octetsOf(response: string): Uint8Array {
  const octets = decodeResponse(response)
  if (octets === undefined) throw new MailholdError('badInput', 'the response is not base64')
  return octets
}
