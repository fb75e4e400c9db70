// Checks a rule as its user wrote it, and makes it quick to match.

import { askedInbox } from '../../model/asked-inbox.js'
import { MailholdError } from '../../model/errors.js'
import type { FaultAction, FaultStage, FaultWhere, NewFault } from '../../model/fault.js'
import type { InboxName } from '../../model/ids.js'
import { addressPattern, addressTest } from '../../query/address-pattern.js'
import { readDuration } from '../duration.js'
import { checkReply } from './reply-text.js'

/** What a rule does, with its texts read. */
export type ReadAction =
  | { readonly is: 'reply'; readonly reply: string }
  /** milliseconds */
  | { readonly is: 'delay'; readonly delay: number }
  | { readonly is: 'drop' }
  | { readonly is: 'dropAfterKeep' }

/** Absent members hold for everybody. */
export interface Scope {
  readonly inbox?: InboxName
  readonly isRecipient?: (address: string) => boolean
  readonly isSender?: (address: string) => boolean
}

export interface ReadRule {
  readonly action: ReadAction
  readonly scope: Scope
}

/** The longest that one reply may be held back. */
export const longestDelay = '60s'

/**
 * @param inboxDomains lower case
 * @throws MailholdError `badInput` with the path of what is wrong
 */
export function readRule(
  { where = {}, stage, do: action }: NewFault,
  inboxDomains: readonly string[],
): ReadRule {
  return { action: readAction(action, stage), scope: readScope(where, stage, inboxDomains) }
}

const bad = (path: string, message: string): MailholdError => new MailholdError('badInput', message, { path })

function readAction(action: FaultAction, stage: FaultStage): ReadAction {
  const { reply, delay, drop, dropAfterKeep } = action
  const given = [reply, delay, drop, dropAfterKeep].filter((member) => member !== undefined)
  if (given.length !== 1)
    throw bad(
      'do',
      '"do" must have exactly one of reply, delay, drop and dropAfterKeep; add a second rule for more.',
    )
  if (reply !== undefined) return { is: 'reply', reply: checkReply(reply, 'do.reply') }
  if (delay !== undefined) {
    return { is: 'delay', delay: readDuration(delay, { path: 'do.delay', least: '1ms', most: longestDelay }) }
  }
  if (drop) return { is: 'drop' }
  if (stage !== 'accept')
    throw bad(
      'do.dropAfterKeep',
      `"do.dropAfterKeep" needs stage accept: at ${stage} there is no mail to keep.`,
    )
  return { is: 'dropAfterKeep' }
}

const knowSender: readonly FaultStage[] = ['mail', 'rcpt', 'data', 'accept']
const knowRecipient: readonly FaultStage[] = ['rcpt', 'data', 'accept']

function readScope(where: FaultWhere, stage: FaultStage, inboxDomains: readonly string[]): Scope {
  const { inbox, recipient, sender } = where
  if (sender !== undefined) requireKnown('sender', stage, knowSender)
  if (recipient !== undefined) requireKnown('recipient', stage, knowRecipient)
  return {
    ...(inbox !== undefined && { inbox: askedInbox(inbox, 'where.inbox', inboxDomains) }),
    ...(recipient !== undefined && { isRecipient: addressTest(addressPattern(recipient)) }),
    ...(sender !== undefined && { isSender: addressTest(addressPattern(sender)) }),
  }
}

function requireKnown(member: keyof FaultWhere, stage: FaultStage, known: readonly FaultStage[]): void {
  if (known.includes(stage)) return
  const path = `where.${member}`
  throw bad(path, `"${path}" is not known yet at stage ${stage}; it is at ${known.join(', ')}.`)
}
