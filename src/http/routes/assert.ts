// POST /v1/assert: several expectations, judged together.

import type { App } from '../app.js'
import type { Context } from '../context.js'
import { AssertBody, assertResponses } from '../schema/wait.js'
import { readByMailroom } from '../wait/read-by-mailroom.js'
import { sendText, wantsText, whileConnected } from '../wait/waiting.js'
import { assertForm } from '../wire-form/wait.js'

export function assert(app: App, context: Context): void {
  const { mailroom, forming } = context
  const schema = {
    operationId: 'assertMail',
    summary: 'Waits until several expectations are met, or explains which is not',
    tags: ['wait'],
    body: AssertBody,
    response: assertResponses,
  }
  const asked = { schema, config: { stream: true }, ...readByMailroom(app) }
  app.post('/v1/assert', asked, async (request, reply) => {
    const answer = await whileConnected(reply, context, (waiting) => mailroom.assert(request.body, waiting))
    reply.code(answer.pass ? 200 : 422)
    return wantsText(request) ? sendText(reply, answer.text) : assertForm(answer, forming)
  })
}
