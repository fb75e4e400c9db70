import { type Command, command } from '../command.js'
import { okLines } from '../reply.js'
import type { Session } from '../session.js'
import type { StateName } from '../state.js'

/** RFC 2449 §5: what the commands stand for, then what is true of the server as a whole. */
export const capa = (commands: readonly Command[]): Command =>
  command({
    verb: 'CAPA',
    in: ['authorization', 'transaction'],
    takes: [],
    run: ({ name }, _values, session) =>
      okLines('capabilities follow', [...ofCommands(commands, session, name), ...ofServer(session)]),
  })

const ofCommands = (commands: readonly Command[], session: Session, state: StateName): string[] =>
  commands.filter((one) => one.isOffered(session)).flatMap((one) => one.capabilities(session, state))

/** RFC 2449 §6, RFC 3206 §6. */
const ofServer = ({ options }: Session): string[] => [
  'RESP-CODES',
  'AUTH-RESP-CODE',
  'PIPELINING',
  `EXPIRE ${options.expireDays ?? 'NEVER'}`,
  'IMPLEMENTATION Mailhold',
]
