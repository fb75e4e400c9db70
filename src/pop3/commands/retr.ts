import { command } from '../command.js'
import { gone } from '../gone.js'
import { messageNumber } from '../parameters.js'
import { ok } from '../reply.js'
import type { Session } from '../session.js'
import type { SessionMaildrop } from '../session-maildrop.js'

/** RFC 1939 §5; the octets announced are those sent before stuffing (§11). */
export const retr = command({
  verb: 'RETR',
  in: ['transaction'],
  takes: [messageNumber],
  run: async ({ maildrop }, [number], session) => {
    const { id, size } = maildrop.message(number)
    const reading = maildrop.readAhead.take(id)
    readWhatIsAskedNext(maildrop, session)
    const octets = await reading
    if (octets === undefined) return gone(number)
    session.noteRetrieved(id)
    return ok(`${size} octets`, { body: { kind: 'message', octets, size } })
  },
})

/** Only messages whose RETR has arrived are read ahead, so nobody gets one that went before it was asked for. */
function readWhatIsAskedNext(maildrop: SessionMaildrop, session: Session): void {
  if (!maildrop.readAhead.isLow) return
  for (const line of session.upcoming(maildrop.readAhead.most)) {
    const number = /^retr ([0-9]{1,9})$/i.exec(line)?.[1]
    const message = number === undefined ? undefined : maildrop.find(Number(number))
    if (message !== undefined) maildrop.readAhead.begin(message)
  }
}
