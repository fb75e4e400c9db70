// Mailpit's names in GET /metrics (Prometheus text format 0.0.4).

import type { Context } from '../../context.js'
import { runtimeStats } from './routes/about.js'

export async function metrics({ mailroom, options }: Context): Promise<string> {
  const [status, tags] = [await mailroom.status(), await mailroom.tags()]
  const stats = runtimeStats(status, options.startedAt)
  return [
    metric('mailpit_messages', 'gauge', 'Total number of messages in the database', status.messages),
    metric('mailpit_messages_unread', 'gauge', 'Number of unread messages in the database', status.unread),
    metric('mailpit_database_size_bytes', 'gauge', 'Size of the database in bytes', status.storeSize),
    metric(
      'mailpit_messages_deleted_total',
      'counter',
      'Total number of messages deleted',
      stats.MessagesDeleted,
    ),
    metric(
      'mailpit_smtp_accepted_total',
      'counter',
      'Total number of SMTP messages accepted',
      stats.SMTPAccepted,
    ),
    metric(
      'mailpit_smtp_rejected_total',
      'counter',
      'Total number of SMTP messages rejected',
      stats.SMTPRejected,
    ),
    metric(
      'mailpit_smtp_ignored_total',
      'counter',
      'Total number of SMTP messages ignored',
      stats.SMTPIgnored,
    ),
    metric(
      'mailpit_smtp_accepted_size_bytes_total',
      'counter',
      'Total size of accepted SMTP messages in bytes',
      stats.SMTPAcceptedSize,
    ),
    metric('mailpit_uptime_seconds', 'gauge', 'Uptime of Mailpit in seconds', stats.Uptime),
    metric('mailpit_memory_usage_bytes', 'gauge', 'Memory usage in bytes', stats.Memory),
    head('mailpit_tag_messages', 'gauge', 'Number of messages per tag'),
    ...tags.map(({ name, messages }) => `mailpit_tag_messages{tag="${escaped(name)}"} ${messages}\n`),
  ].join('')
}

const head = (name: string, type: string, help: string): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`

const metric = (name: string, type: 'gauge' | 'counter', help: string, value: number): string =>
  `${head(name, type, help)}${name} ${value}\n`

const escaped = (label: string): string =>
  label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
