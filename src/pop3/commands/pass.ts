import { command } from '../command.js'
import { logIn } from '../login.js'
import { rest } from '../parameters.js'
import { refuse } from '../reply.js'

/** RFC 1939 §7: only right after USER. */
export const pass = command({
  verb: 'PASS',
  in: ['authorization'],
  takes: [rest('password')],
  run: (state, [password], session) =>
    state.user === undefined
      ? refuse('say USER first')
      : logIn(session, { user: state.user, actAs: state.user, password }, 'USER'),
})
