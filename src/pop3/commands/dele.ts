import { command } from '../command.js'
import { messageNumber } from '../parameters.js'
import { ok } from '../reply.js'

/** RFC 1939 §5: marks only; the message goes when QUIT enters UPDATE. */
export const dele = command({
  verb: 'DELE',
  in: ['transaction'],
  takes: [messageNumber],
  run: ({ maildrop }, [number]) => {
    maildrop.mark(number)
    return ok(`message ${number} marked as deleted`)
  },
})
