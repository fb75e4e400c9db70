import { command } from '../command.js'
import { ok, type Reply } from '../reply.js'
import type { Session } from '../session.js'
import type { SessionMaildrop } from '../session-maildrop.js'

const ended = { name: 'ended' } as const

/**
 * RFC 1939 §6: the one way into UPDATE, and the end whether removing worked or not. The maildrop is free before the
 * reply, so the next session can open it at once.
 */
export const quit = command({
  verb: 'QUIT',
  in: ['authorization', 'transaction'],
  takes: [],
  run: async (state, _values, session) =>
    state.name === 'transaction' ? update(state.maildrop, session) : ok('bye', { become: ended }),
})

async function update(maildrop: SessionMaildrop, session: Session): Promise<Reply> {
  try {
    const removed = await maildrop.update(session.options.deletePolicy)
    return ok(removed === 0 ? 'bye' : `bye, ${removed} deleted`, { become: ended })
  } catch (error) {
    return { ...session.refusalFor(error), become: ended }
  } finally {
    maildrop.release()
  }
}
