// GET /config and /healthz.

import type { MaildevRoute } from '../route.js'

export const about: MaildevRoute = (scope, { options }, { prefix }) => {
  scope.get(`${prefix}/config`, async () => ({
    version: options.version,
    smtpPort: options.status().listeners.find(({ protocol }) => protocol === 'smtp')?.port ?? null,
    isOutgoingEnabled: false,
    outgoingHost: null,
  }))

  scope.get(`${prefix}/healthz`, { config: { open: true } }, async (_request, reply) => reply.send(true))
}
