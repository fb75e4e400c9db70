// One connection and its transcript, as JSON.

import type { SessionRecord } from '../../model/session.js'
import type { Session } from '../../wire/session.js'
import { connectionForm } from './connection.js'
import { time, timeOrNull } from './time.js'
import type { Urls } from './urls.js'

export const sessionForm = (session: SessionRecord, urls: Urls): Session => ({
  id: session.id,
  protocol: session.protocol,
  startedAt: time(session.startedAt),
  endedAt: timeOrNull(session.endedAt),
  remote: session.remote,
  local: session.local,
  ...connectionForm(session),
  maildrop: session.maildrop ?? null,
  messageIds: session.messageIds,
  problems: session.problems.map(({ code, message }) => ({ code, message })),
  transcript: session.transcript.map(({ at, who, text }) => ({ at: time(at), who, text })),
  transcriptTruncated: session.transcriptTruncated,
  url: urls.session(session.id),
})
