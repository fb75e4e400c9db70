// GET /api/v1/info and /api/v1/webui: what the server is and what its page may do.

import { memoryUsage } from 'node:process'
import type { Status } from '../../../../mailroom/mailroom.js'
import { sendJson } from '../answers.js'
import type { MailpitRoute } from '../route.js'

export const about: MailpitRoute = (scope, { mailroom, options }) => {
  scope.get('/api/v1/info', async (_request, reply) => {
    const [status, tags] = [await mailroom.status(), await mailroom.tags()]
    return sendJson(reply, {
      Version: `mailhold-${options.version}`,
      // it looks for no newer one, which is what Mailpit says then
      LatestVersion: 'disabled',
      Database: status.location,
      DatabaseSize: status.storeSize,
      Messages: status.messages,
      Unread: status.unread,
      Tags: Object.fromEntries(tags.map(({ name, messages }) => [name, messages])),
      RuntimeStats: runtimeStats(status, options.startedAt),
    })
  })

  scope.get('/api/v1/webui', async (_request, reply) =>
    sendJson(reply, {
      Label: options.label,
      MessageRelay: {
        Enabled: false,
        SMTPServer: '',
        ReturnPath: '',
        AllowedRecipients: '',
        BlockedRecipients: '',
        OverrideFrom: '',
        PreserveMessageIDs: false,
        RecipientAllowlist: '',
      },
      SpamAssassin: false,
      ChaosEnabled: true,
      DuplicatesIgnored: false,
      HideDeleteAllButton: false,
    }),
  )
}

/** Nobody counts what was accepted and has gone again; accepted is what is kept. */
export function runtimeStats({ messages, messageSize, evictions }: Status, startedAt: number) {
  return {
    Uptime: Math.max(0, Math.floor((Date.now() - startedAt) / 1000)),
    Memory: memoryUsage.rss(),
    MessagesDeleted: evictions.maxAge + evictions.maxMessages + evictions.maxStoreSize,
    SMTPAccepted: messages,
    SMTPAcceptedSize: messageSize,
    SMTPRejected: 0,
    SMTPIgnored: 0,
  }
}
