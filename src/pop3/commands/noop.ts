import { command } from '../command.js'
import { ok } from '../reply.js'

/** RFC 1939 §5: after login only. */
export const noop = command({
  verb: 'NOOP',
  in: ['transaction'],
  takes: [],
  run: () => ok('nothing done'),
})
