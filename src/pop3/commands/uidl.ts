import { command } from '../command.js'
import { messageNumber, optional } from '../parameters.js'
import { ok, okLines } from '../reply.js'
import type { NumberedMessage } from '../session-maildrop.js'

const line = ({ number, id }: NumberedMessage): string => `${number} ${id}`

/** RFC 1939 §7: the unique id is the message's id, which is never given twice. */
export const uidl = command({
  verb: 'UIDL',
  in: ['transaction'],
  takes: [optional(messageNumber)],
  capabilities: () => ['UIDL'],
  run: ({ maildrop }, [number]) =>
    number === undefined
      ? okLines('unique ids follow', maildrop.lines(line))
      : ok(line(maildrop.message(number))),
})
