// RFC 3030 §2: the message in chunks of a known size. The octets of a chunk are swallowed also when it is refused.

import { elided } from '../../lines/transcript.js'
import type { Body } from '../body.js'
import type { Client } from '../client.js'
import type { Command } from '../command.js'
import type { Ending } from '../faults/misbehaviour.js'
import type { Transaction } from '../intake/transaction.js'
import { type Reply, reply } from '../reply.js'
import type { OctetSink } from '../transport/octet-parser.js'

export const bdat: Command = {
  verb: 'BDAT',
  syntax: 'BDAT <octets> [LAST]',
  async run(client, { argument }) {
    const chunk = parseChunk(argument)
    if (!chunk) {
      // Nobody knows how many octets follow: taking them for commands would run what a mail says.
      client.dismiss(reply('501 5.5.4', `The size is missing; say ${bdat.syntax}`))
      return undefined
    }
    const target = await targetOf(client)
    if ('is' in target) return client.conclude(target)
    client.divert('refusal' in target ? swallow(client, chunk, target) : takeChunk(client, chunk, target))
    return undefined
  },
}

interface Chunk {
  readonly size: number
  readonly isLast: boolean
}

function parseChunk(argument: string): Chunk | undefined {
  const [, size, last] = /^(\d{1,20})(?:\s+(LAST))?$/i.exec(argument) ?? []
  return size === undefined ? undefined : { size: Number(size), isLast: last !== undefined }
}

interface Accepted {
  readonly transaction: Transaction
  readonly body: Body
}

interface Refused {
  /** the one that is refused; absent where there was none that a message could belong to */
  readonly transaction?: Transaction
  readonly refusal: Reply
}

/** Where the octets go; an ending where a fault rule closes the connection at once. */
async function targetOf(client: Client): Promise<Accepted | Refused | Ending> {
  const { transaction } = client.intake
  if (!transaction) return { refusal: reply('503 5.5.1', 'Say MAIL FROM and RCPT TO first') }
  if (transaction.recipients === 0) return { refusal: reply('503 5.5.1', 'Say RCPT TO first') }
  const { stage } = transaction
  if (stage.is === 'refused') return { transaction, refusal: stage.reply }
  if (stage.is === 'arriving') return { transaction, body: stage.body }
  const ending = await client.fault('data', transaction.occasion)
  if (ending?.is === 'reply') return { transaction, refusal: ending.reply }
  if (ending) return ending
  try {
    return { transaction, body: client.intake.openBody(transaction) }
  } catch (error) {
    return { transaction, refusal: client.answerError(error) }
  }
}

/** Counts the octets of a chunk and hands them on. */
function counted(size: number, take: (octets: Uint8Array) => void): (octets: Buffer) => number | undefined {
  let left = size
  return (octets) => {
    const own = Math.min(left, octets.length)
    if (own > 0) take(octets.subarray(0, own))
    left -= own
    return left === 0 ? own : undefined
  }
}

function takeChunk(client: Client, chunk: Chunk, { transaction, body }: Accepted): OctetSink {
  let room: Promise<void> | undefined
  return {
    take: counted(chunk.size, (octets) => {
      transaction.progress()
      room = body.write(octets)
    }),
    settle: () => room,
    async end() {
      client.note(elided(chunk.size))
      client.conclude(await answerChunk(client, chunk, { transaction, body }))
    },
  }
}

async function answerChunk(client: Client, chunk: Chunk, { transaction, body }: Accepted): Promise<Ending> {
  if (chunk.isLast) return client.intake.keep(transaction, body)
  if (!body.refusal) return { is: 'reply', reply: reply('250 2.0.0', `Ok: ${chunk.size} octets`) }
  transaction.stage = { is: 'refused', reply: body.refusal }
  return { is: 'reply', reply: body.refusal }
}

/** RFC 3030 §2: chunks that were pipelined behind a failed one are taken and discarded, up to the last. */
function swallow(client: Client, chunk: Chunk, { transaction, refusal }: Refused): OctetSink {
  return {
    take: counted(chunk.size, () => {}),
    settle: () => undefined,
    async end() {
      client.note(elided(chunk.size))
      if (transaction) transaction.stage = { is: 'refused', reply: refusal }
      if (transaction && chunk.isLast) client.intake.end(refusal)
      client.conclude({ is: 'reply', reply: refusal })
    },
  }
}
