import { command } from '../command.js'
import { gone } from '../gone.js'
import { lineCount, messageNumber } from '../parameters.js'
import { ok } from '../reply.js'

/** RFC 1939 §7: the header, the empty line, and so many lines of the body. */
export const top = command({
  verb: 'TOP',
  in: ['transaction'],
  takes: [messageNumber, lineCount],
  capabilities: () => ['TOP'],
  run: async ({ maildrop }, [number, lines]) => {
    const octets = await maildrop.read(maildrop.message(number), lines)
    if (octets === undefined) return gone(number)
    return ok('top of message follows', { body: { kind: 'message', octets, size: undefined } })
  },
})
