// Every hint about a whole verdict, in the order in which they are told; all that apply are.

import type { VerdictHint } from '../verdict-hint.js'
import {
  barrierMissing,
  countsOnce,
  duplicate,
  fewerThanAsked,
  outOfOrder,
  tooManyMatch,
} from './count-hints.js'
import {
  authRefused,
  connectedOnly,
  faultFired,
  nobodyConnected,
  rejected,
  sessionProblem,
  startTlsOff,
  tooLate,
} from './smtp-hints.js'
import { beforeWindow, emptyInbox, otherInbox, tooEarly } from './where-hints.js'

export const verdictHints: readonly VerdictHint[] = [
  outOfOrder,
  duplicate,
  tooManyMatch,
  barrierMissing,
  countsOnce,
  fewerThanAsked,
  nobodyConnected,
  startTlsOff,
  authRefused,
  faultFired,
  rejected,
  sessionProblem,
  connectedOnly,
  tooLate,
  beforeWindow,
  otherInbox,
  emptyInbox,
  tooEarly,
]
