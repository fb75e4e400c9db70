// What is known of a connection, as JSON.

import type { AuthFacts, TlsFacts } from '../../model/session.js'
import type { Auth, Tls } from '../../wire/message.js'

interface Connection {
  readonly helo?: string
  readonly tls?: TlsFacts
  readonly auth?: AuthFacts
}

interface ConnectionForm {
  readonly helo: string | null
  readonly tls: Tls | null
  readonly auth: Auth | null
}

export const connectionForm = ({ helo, tls, auth }: Connection): ConnectionForm => ({
  helo: helo ?? null,
  tls: tls ? { protocol: tls.protocol, cipher: tls.cipher, servername: tls.servername ?? null } : null,
  auth: auth ? { method: auth.method, user: auth.user } : null,
})
