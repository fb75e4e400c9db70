// PATCH /v1/messages/{id}: marks and tags one.

import type { Summary as WireSummary } from '../../../wire/summary.js'
import type { App } from '../../app.js'
import type { Context } from '../../context.js'
import { Marks } from '../../schema/list.js'
import { ExactId } from '../../schema/narrowing.js'
import { Summary } from '../../schema/summary.js'
import { summaryForm } from '../../wire-form/summary.js'
import { findMessage } from './find.js'

export function markMessage(app: App, context: Context): void {
  const schema = {
    operationId: 'markMessage',
    summary: 'Mark or tag one message',
    tags: ['message'],
    params: ExactId,
    body: Marks,
    response: { 200: Summary },
  }
  app.patch('/v1/messages/:id', { schema }, async ({ params: { id }, body }): Promise<WireSummary> => {
    await findMessage(context, id)
    await context.mailroom.mark({ ids: [id] }, body)
    const { summary } = await findMessage(context, id)
    return summaryForm(summary, context.forming)
  })
}
