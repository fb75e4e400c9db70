import { command } from '../command.js'
import { messageNumber, optional } from '../parameters.js'
import { ok, okLines } from '../reply.js'
import type { NumberedMessage } from '../session-maildrop.js'

const scan = ({ number, size }: NumberedMessage): string => `${number} ${size}`

/** RFC 1939 §5: sizes as they were at login, in octets that RETR sends before stuffing. */
export const list = command({
  verb: 'LIST',
  in: ['transaction'],
  takes: [optional(messageNumber)],
  run: ({ maildrop }, [number]) => {
    if (number !== undefined) return ok(scan(maildrop.message(number)))
    const { count, octets } = maildrop.drop
    return okLines(`${count} messages (${octets} octets)`, maildrop.lines(scan))
  },
})
