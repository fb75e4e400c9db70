import { command } from '../command.js'
import { rest } from '../parameters.js'
import { ok } from '../reply.js'

/** RFC 1939 §7: says nothing of whether there is such a maildrop; every name has one. */
export const user = command({
  verb: 'USER',
  in: ['authorization'],
  takes: [rest('name')],
  capabilities: () => ['USER'],
  run: (state, [name]) => ok('now the password', { become: { ...state, user: name } }),
})
