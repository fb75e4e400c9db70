import { describe, expect, it } from 'vitest'
import { createSmtpJournal } from '#mailhold/mailroom/wait/happenings.js'
import type { MessageId, SessionId } from '#mailhold/model/ids.js'
import type { SessionRecord } from '#mailhold/model/session.js'

const session = (startedAt: number, more: Partial<SessionRecord> = {}): SessionRecord => ({
  id: 's1' as SessionId,
  protocol: 'smtp',
  startedAt,
  remote: '127.0.0.1:50000',
  local: '127.0.0.1:1025',
  messageIds: [],
  problems: [],
  transcript: [],
  transcriptTruncated: false,
  ...more,
})
const mail = ['m1' as MessageId]
const starttls = { code: 'starttlsOff', message: 'STARTTLS is off' }

/** The wait begins at 100. */
function happened(ended: readonly SessionRecord[], open: readonly SessionRecord[] = [], since = 0) {
  const journal = createSmtpJournal(
    () => open,
    () => [],
  )
  for (const record of ended) journal.sessionEnded(record)
  return journal.around({ since, began: 100 })
}

describe('a wait is told of the connections', () => {
  it('that were open while it lasted, and of the last one before', () => {
    const earlier = [session(10, { endedAt: 20 }), session(30, { endedAt: 99, messageIds: mail })]

    expect(happened([...earlier, session(90, { endedAt: 120 })], [session(50)])).toMatchObject({
      sessions: 2,
      keptOpen: 0,
      sessionsWithMail: 0,
      last: { endedAt: 99, kept: 1 },
    })
  })

  it('that had brought a mail before and stayed open', () => {
    const open = [session(50, { messageIds: mail }), session(110, { messageIds: mail })]

    expect(happened([], open)).toMatchObject({ sessions: 2, keptOpen: 1, sessionsWithMail: 2 })
  })

  it('and of what went wrong on earlier ones, with the time', () => {
    const ended = [
      session(1, { endedAt: 5, problems: [{ code: 'tlsFailed', message: 'The TLS handshake failed' }] }),
      session(10, { endedAt: 20, problems: [starttls] }),
    ]

    expect(happened(ended, [], 10).problems).toEqual([{ ...starttls, endedAt: 20 }])
    expect(happened(ended, [session(50, { problems: [starttls] })], 10).problems).toEqual([starttls])
  })

  it('but not of those of POP3', () => {
    expect(happened([], [session(50, { protocol: 'pop3' })]).sessions).toBe(0)
  })
})
