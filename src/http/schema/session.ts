// Schemas of connections and their transcripts.

import { Auth, Tls } from './message.js'
import { Type } from './typebox.js'
import { exactly, flag, listOf, orNull, text, time } from './words.js'

export const TranscriptLine = exactly('TranscriptLine', {
  at: time(),
  who: Type.Enum(['client', 'server', 'note']),
  text: text('credentials are blanked'),
})

export const Session = exactly('Session', {
  id: text(),
  protocol: Type.Enum(['smtp', 'pop3']),
  startedAt: time(),
  endedAt: orNull(time('null while it is open')),
  remote: text(),
  local: text(),
  helo: orNull(text()),
  tls: orNull(Tls),
  auth: orNull(Auth),
  maildrop: orNull(text()),
  messageIds: listOf(text()),
  problems: listOf(exactly('SessionProblem', { code: text(), message: text() })),
  transcript: listOf(TranscriptLine),
  transcriptTruncated: flag('lines are missing because it became too long'),
  url: text('absolute path'),
})

export const SessionList = exactly('SessionList', {
  sessions: listOf(Session),
  nextPage: orNull(text('give it as `page` for the next page')),
})
