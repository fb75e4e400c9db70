import { createHash } from 'node:crypto'
import { command } from '../command.js'
import { isSame, openFor, userOf, wrongPassword } from '../login.js'
import { word } from '../parameters.js'

/** RFC 1939 §7: the MD5 of the greeting's timestamp and the shared secret; possible only where secrets are known. */
export const apop = command({
  verb: 'APOP',
  in: ['authorization'],
  takes: [word('name'), word('digest')],
  isOffered: ({ timestamp }) => timestamp !== undefined,
  run: (_state, [name, digest], session) => {
    const secret = session.options.secrets?.(userOf(name))
    const wanted = createHash('md5').update(`${session.timestamp}${secret}`).digest('hex')
    const isRight = secret !== undefined && isSame(digest.toLowerCase(), wanted)
    return isRight ? openFor(session, { method: 'APOP', user: name }) : wrongPassword(session)
  },
})
