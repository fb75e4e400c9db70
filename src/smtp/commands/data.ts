// RFC 5321 §4.1.1.4: the message as text, up to a line with a dot alone.

import { DotReader } from '../../lines/dot-reader.js'
import { elided } from '../../lines/transcript.js'
import type { Body } from '../body.js'
import type { Client } from '../client.js'
import type { Command } from '../command.js'
import type { Transaction } from '../intake/transaction.js'
import { reply } from '../reply.js'
import type { OctetSink } from '../transport/octet-parser.js'

export const data: Command = {
  verb: 'DATA',
  syntax: 'DATA',
  async run(client, { argument }) {
    const { transaction } = client.intake
    if (argument !== '') return reply('501 5.5.4', 'DATA takes no argument')
    if (!transaction) return reply('503 5.5.1', 'Say MAIL FROM and RCPT TO first')
    if (transaction.stage.is !== 'envelope')
      return reply('503 5.5.1', 'BDAT has begun the message; DATA cannot go on')
    if (transaction.recipients === 0) return reply('503 5.5.1', 'Say RCPT TO first')
    // RFC 3030 §3
    if (transaction.isBinary) return reply('503 5.5.1', 'BODY=BINARYMIME needs BDAT')
    const ending = await client.fault('data', transaction.occasion)
    if (ending) {
      client.intake.end(ending.is === 'reply' ? ending.reply : undefined)
      return client.conclude(ending)
    }
    try {
      client.divert(dataSink(client, transaction, client.intake.openBody(transaction)))
    } catch (error) {
      const refusal = client.answerError(error)
      client.intake.end(refusal)
      return refusal
    }
    return reply('354', 'End with <CR><LF>.<CR><LF>')
  },
}

function dataSink(client: Client, transaction: Transaction, body: Body): OctetSink {
  const reader = new DotReader()
  let slices: Uint8Array[] = []
  return {
    take(octets) {
      transaction.progress()
      return reader.read(octets, (slice) => slices.push(slice))
    },
    settle() {
      const ready = slices
      slices = []
      return body.writeAll(ready)
    },
    async end() {
      client.note(elided(body.size))
      client.conclude(await client.intake.keep(transaction, body))
    },
  }
}
