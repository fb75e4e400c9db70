import { command } from '../command.js'
import { ok } from '../reply.js'

/** RFC 1939 §5: the drop listing, without the messages marked as deleted. */
export const stat = command({
  verb: 'STAT',
  in: ['transaction'],
  takes: [],
  run: ({ maildrop: { drop } }) => ok(`${drop.count} ${drop.octets}`),
})
