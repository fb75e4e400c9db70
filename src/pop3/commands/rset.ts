import { command } from '../command.js'
import { ok } from '../reply.js'

/** RFC 1939 §5: brings back what DELE marked. */
export const rset = command({
  verb: 'RSET',
  in: ['transaction'],
  takes: [],
  run: ({ maildrop }) => {
    maildrop.unmarkAll()
    return ok(`${maildrop.drop.count} messages (${maildrop.drop.octets} octets)`)
  },
})
