// GET and PUT /api/v1/chaos: refusals of SMTP that a test asks for, kept as fault rules.

import type { Mailroom } from '../../../../mailroom/mailroom.js'
import type { Fault, FaultStage } from '../../../../model/fault.js'
import { badInput } from '../../../errors/problem.js'
import { type Members, membersOf, readMembers } from '../../json-body.js'
import { sendJson } from '../answers.js'
import type { MailpitRoute } from '../route.js'

interface Trigger {
  readonly ErrorCode: number
  /** how many of a hundred */
  readonly Probability: number
}

interface Kind {
  readonly name: 'Sender' | 'Recipient' | 'Authentication'
  readonly stage: FaultStage
  /** the code where none is given */
  readonly code: number
}

const kinds: readonly Kind[] = [
  { name: 'Sender', stage: 'mail', code: 451 },
  { name: 'Recipient', stage: 'rcpt', code: 451 },
  { name: 'Authentication', stage: 'auth', code: 535 },
]

export const chaos: MailpitRoute = (scope, { mailroom }) => {
  scope.get('/api/v1/chaos', async (_request, reply) => sendJson(reply, triggers(mailroom)))

  scope.put('/api/v1/chaos', async (request, reply) => {
    const members: Members = readMembers(request.body) ?? new Map()
    // all is read before anything is changed
    const wanted = kinds.map((kind) => ({ kind, trigger: readTrigger(members, kind) }))
    for (const { kind, trigger } of wanted) replaceRule(mailroom, kind, trigger)
    return sendJson(reply, triggers(mailroom))
  })
}

const triggers = (mailroom: Mailroom): Readonly<Record<string, Trigger>> =>
  Object.fromEntries(kinds.map((kind) => [kind.name, triggerOf(ruleOf(mailroom, kind), kind)]))

/** The words by which rules of this kind are known again. */
const words = ({ name }: Kind): string => `Chaos ${name.toLowerCase()} error`

const ruleOf = (mailroom: Mailroom, kind: Kind): Fault | undefined =>
  mailroom.faults().find(({ stage, do: { reply } }) => stage === kind.stage && reply?.endsWith(words(kind)))

const triggerOf = (rule: Fault | undefined, { code }: Kind): Trigger =>
  rule
    ? { ErrorCode: Number(rule.do.reply?.slice(0, 3)), Probability: rule.chance ?? 100 }
    : { ErrorCode: code, Probability: 0 }

function readTrigger(members: Members, { name, code }: Kind): Trigger {
  const trigger = membersOf(members.get(name.toLowerCase()) ?? {})
  if (!trigger) throw badInput(name, `${name} must be an object`)
  const given = wholeAt(trigger, 'ErrorCode')
  const read = { ErrorCode: given === 0 ? code : given, Probability: wholeAt(trigger, 'Probability') }
  if (read.ErrorCode < 400 || read.ErrorCode > 599)
    throw badInput('ErrorCode', 'error code must be between 400 and 599')
  // RFC 5321 §4.2.1: the second digit has six meanings
  if (!/^[45][0-5]/.test(String(read.ErrorCode)))
    throw badInput('ErrorCode', `${read.ErrorCode} is no reply code of SMTP: its second digit must be 0 to 5`)
  if (read.Probability < 0 || read.Probability > 100)
    throw badInput('Probability', 'probability must be between 0 and 100')
  return read
}

function wholeAt(members: Members, name: string): number {
  const value = members.get(name.toLowerCase()) ?? 0
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw badInput(name, `${name} must be a whole number`)
}

function replaceRule(mailroom: Mailroom, kind: Kind, { ErrorCode, Probability }: Trigger): void {
  const old = ruleOf(mailroom, kind)
  if (Probability > 0) {
    mailroom.addFault({
      stage: kind.stage,
      do: { reply: `${ErrorCode} ${words(kind)}` },
      chance: Probability,
    })
  }
  if (old) mailroom.removeFault(old.id)
}
