// Jim, MailHog's chaos monkey: chances of misbehaviour, kept as fault rules while he is there.

import type { Mailroom } from '../../../mailroom/mailroom.js'
import type { NewFault } from '../../../model/fault.js'
import { badInput } from '../../errors/problem.js'
import type { Members } from '../json-body.js'

/** Chances are 0 to 1; the speed of the link is told and not acted upon. */
export interface Jim {
  readonly DisconnectChance: number
  readonly AcceptChance: number
  readonly LinkSpeedAffect: number
  readonly LinkSpeedMin: number
  readonly LinkSpeedMax: number
  readonly RejectSenderChance: number
  readonly RejectRecipientChance: number
  readonly RejectAuthChance: number
}

const usual: Jim = {
  DisconnectChance: 0.005,
  AcceptChance: 0.99,
  LinkSpeedAffect: 0.1,
  LinkSpeedMin: 1024,
  LinkSpeedMax: 10240,
  RejectSenderChance: 0.05,
  RejectRecipientChance: 0.05,
  RejectAuthChance: 0.05,
}

/** What is not said is as usual for a new one (`members` absent) and 0 in a body that says something. @throws MailholdError `badInput` */
export function readJim(members: Members | undefined): Jim {
  if (!members) return usual
  const read = (name: keyof Jim): number => {
    const value = members.get(name.toLowerCase()) ?? 0
    const isChance = !name.startsWith('LinkSpeedM')
    if (typeof value === 'number' && value >= 0 && (!isChance || value <= 1)) return value
    throw badInput(name, `${name} must be a number${isChance ? ' from 0 to 1' : ''}`)
  }
  return {
    DisconnectChance: read('DisconnectChance'),
    AcceptChance: read('AcceptChance'),
    LinkSpeedAffect: read('LinkSpeedAffect'),
    LinkSpeedMin: read('LinkSpeedMin'),
    LinkSpeedMax: read('LinkSpeedMax'),
    RejectSenderChance: read('RejectSenderChance'),
    RejectRecipientChance: read('RejectRecipientChance'),
    RejectAuthChance: read('RejectAuthChance'),
  }
}

/** Where he is, and what he does there; without anybody SMTP behaves. */
export function createMonkey({ addFault, removeFault }: Pick<Mailroom, 'addFault' | 'removeFault'>) {
  let jim: Jim | undefined
  let rules: readonly string[] = []
  const become = (next: Jim | undefined): void => {
    for (const id of rules) removeFault(id)
    jim = next
    rules = next ? misdeeds(next).map((fault) => addFault(fault).id) : []
  }
  return { jim: () => jim, become }
}

function misdeeds(jim: Jim): readonly NewFault[] {
  const wanted: readonly (readonly [chance: number, fault: NewFault])[] = [
    [1 - jim.AcceptChance, { stage: 'connect', do: { drop: true } }],
    [jim.DisconnectChance, { stage: 'data', do: { drop: true } }],
    [jim.RejectSenderChance, { stage: 'mail', do: { reply: '550 Invalid sender' } }],
    [jim.RejectRecipientChance, { stage: 'rcpt', do: { reply: '550 Invalid recipient' } }],
    [jim.RejectAuthChance, { stage: 'auth', do: { reply: '535 Authentication failed' } }],
  ]
  return wanted.flatMap(([chance, fault]) => (chance > 0 ? [{ ...fault, chance: chance * 100 }] : []))
}
