// /email/{id}: one email, which looking at marks as read, and its deletion.

import { Type } from '../../../schema/typebox.js'
import { tell } from '../answers.js'
import { emailForm } from '../email.js'
import { findEmail } from '../find.js'
import type { MaildevRoute } from '../route.js'

export const email: MaildevRoute = (scope, context, family) => {
  const { mailroom } = context
  const schema = { params: Type.Object({ id: Type.String() }) }
  const path = `${family.prefix}/email/:id`

  scope.get(path, { schema }, async (request) => {
    const message = await findEmail(context, request.params.id)
    const form = emailForm(message, await mailroom.bodies(message), family)
    const { id, read } = message.summary
    if (read || request.method !== 'GET') return form
    await mailroom.mark({ ids: [id] }, { read: true })
    return { ...form, read: true }
  })

  scope.delete(path, { schema }, async ({ params: { id } }, reply) => {
    const removed = id === 'latest' ? 0 : await mailroom.remove({ ids: [id] })
    if (removed > 0) return reply.send(true)
    return tell(reply, family.version === 2 ? 500 : 404, 'Email was not found')
  })

  // there is no server to relay to
  for (const to of ['', '/:relayTo']) {
    scope.post(`${path}/relay${to}`, async (_request, reply) =>
      tell(reply, 500, 'Outgoing mail not configured'),
    )
  }
}
