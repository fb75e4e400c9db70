// The SASL mechanisms that Mailhold speaks, apart from any protocol (RFC 4422).

/** What a client said to prove who it is. */
export interface Credentials {
  /** who it is */
  readonly user: string
  /** as whom it wants to act; the user unless it said otherwise */
  readonly actAs: string
  /** the password or token */
  readonly password: string
}

/**
 * One exchange: yields challenges, is given the responses, returns the credentials; `undefined` when a response does not
 * have the mechanism's form. The initial response, if the client sent one, is given at the start.
 */
export type Exchange = Generator<string, Credentials | undefined, Uint8Array>

export interface Mechanism {
  readonly name: string
  begin(initial: Uint8Array | undefined): Exchange
}

/** RFC 4616: `[authzid] NUL authcid NUL passwd`. */
const plain: Mechanism = {
  name: 'PLAIN',
  *begin(initial) {
    const [actAs, user, password, ...more] = text(initial ?? (yield '')).split('\0')
    if (actAs === undefined || !user || password === undefined || more.length > 0) return undefined
    return { user, actAs: actAs || user, password }
  },
}

/** draft-murchison-sasl-login: the name, then the password, each on demand. */
const login: Mechanism = {
  name: 'LOGIN',
  *begin(initial) {
    const user = text(initial ?? (yield 'Username:'))
    const password = text(yield 'Password:')
    return { user, actAs: user, password }
  },
}

/** Google's and Microsoft's `user=<name>^Aauth=Bearer <token>^A^A`. */
const xoauth2: Mechanism = {
  name: 'XOAUTH2',
  *begin(initial) {
    const fields = text(initial ?? (yield '')).split('\x01')
    const user = fields.find((field) => /^user=/i.test(field))?.slice('user='.length)
    const token = fields.find((field) => /^auth=bearer /i.test(field))?.slice('auth=Bearer '.length)
    return user === undefined || token === undefined ? undefined : { user, actAs: user, password: token }
  },
}

export const mechanisms: readonly Mechanism[] = [plain, login, xoauth2]

/** The mechanism of that name, case ignored (RFC 4422 §3.1 has them in upper case; clients do not). */
export const findMechanism = (name: string): Mechanism | undefined =>
  mechanisms.find((mechanism) => mechanism.name === name.toUpperCase())

/**
 * The octets of a base64 response; `undefined` if it is not base64.
 * A sole `=` is the empty initial response (RFC 5034 §4), which an empty line is too.
 */
export function decodeResponse(line: string): Uint8Array | undefined {
  if (line === '=') return Buffer.alloc(0)
  if (line.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(line)) return undefined
  return Buffer.from(line, 'base64')
}

export const encodeChallenge = (challenge: string): string => Buffer.from(challenge).toString('base64')

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('utf8')
