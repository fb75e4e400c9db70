import { command } from '../command.js'
import { ok, refuse } from '../reply.js'
import { start } from '../state.js'

/** RFC 2595 §4: what the client sent behind it is dropped, and the session begins anew. */
export const stls = command({
  verb: 'STLS',
  in: ['authorization'],
  takes: [],
  capabilities: (session, state) => (session.canStartTls && state === 'authorization' ? ['STLS'] : []),
  run: ({ isUtf8 }, _values, session) => {
    if (!session.canStartTls)
      return refuse(session.isSecure ? 'TLS is on already' : 'no certificate is loaded here')
    // RFC 6856 §2: STLS must not follow UTF8.
    if (isUtf8) return refuse('STLS must come before UTF8')
    return ok('begin TLS', { become: start, startTls: true })
  },
})
