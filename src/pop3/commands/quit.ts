import { command } from '../command.js'
import { ok } from '../reply.js'
import type { Session } from '../session.js'
import type { SessionMaildrop } from '../session-maildrop.js'

const ended = { name: 'ended' } as const

/** RFC 1939 §6: the one way into UPDATE. The maildrop is free before the reply, so the next session can open it at once. */
export const quit = command({
  verb: 'QUIT',
  in: ['authorization', 'transaction'],
  takes: [],
  run: async (state, _values, session) => {
    const text = state.name === 'transaction' ? await update(state.maildrop, session) : 'bye'
    return ok(text, { become: ended })
  },
})

async function update(maildrop: SessionMaildrop, { options }: Session): Promise<string> {
  try {
    const removed = await maildrop.update(options.deletePolicy)
    return removed === 0 ? 'bye' : `bye, ${removed} deleted`
  } finally {
    maildrop.release()
  }
}
