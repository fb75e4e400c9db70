// The numbers that Prometheus collects.

import type { Status } from '../mailroom/mailroom.js'

interface Row {
  readonly name: string
  readonly help: string
  readonly read: (status: Status) => number
}

const gauges: readonly Row[] = [
  { name: 'mailhold_messages', help: 'Messages kept.', read: ({ messages }) => messages },
  {
    name: 'mailhold_unread_messages',
    help: 'Messages that nobody marked as read.',
    read: ({ unread }) => unread,
  },
  { name: 'mailhold_store_bytes', help: 'Octets of the store on disk.', read: ({ storeSize }) => storeSize },
  {
    name: 'mailhold_message_bytes',
    help: 'Octets of all messages as received.',
    read: ({ messageSize }) => messageSize,
  },
  {
    name: 'mailhold_smtp_sessions',
    help: 'SMTP sessions that are open.',
    read: ({ openSessions }) => openSessions,
  },
  {
    name: 'mailhold_smtp_transactions',
    help: 'SMTP transactions between MAIL and the last reply.',
    read: ({ openTransactions }) => openTransactions,
  },
]

const limits = ['maxMessages', 'maxAge', 'maxStoreSize'] as const

/** Process figures come along: memory, event loop delay, garbage collection. */
export async function createMetrics(version: string) {
  const { Gauge, Registry, collectDefaultMetrics } = await import('prom-client')
  const register = new Registry()
  collectDefaultMetrics({ register })
  new Gauge({
    name: 'mailhold_info',
    help: 'Which Mailhold this is.',
    labelNames: ['version'],
    registers: [register],
  })
    .labels(version)
    .set(1)
  const made = gauges.map(({ name, help, read }) => ({
    gauge: new Gauge({ name, help, registers: [register] }),
    read,
  }))
  const evicted = new Gauge({
    name: 'mailhold_evicted_messages',
    help: 'Messages removed to keep a limit since the store was made.',
    labelNames: ['limit'],
    registers: [register],
  })
  return {
    contentType: register.contentType,
    render: (status: Status): Promise<string> => {
      for (const { gauge, read } of made) gauge.set(read(status))
      for (const limit of limits) evicted.labels(limit).set(status.evictions[limit])
      return register.metrics()
    },
  }
}
