// GET /v1/cursor: where the order stands now.

import type { Cursor as WireCursor } from '../../wire/inbox.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { Cursor } from '../schema/inbox.js'

export function cursor(app: App, { mailroom }: Context): void {
  const schema = {
    operationId: 'getCursor',
    summary: 'Where the order stands now',
    tags: ['messages'],
    response: { 200: Cursor },
  }
  app.get('/v1/cursor', { schema }, async (): Promise<WireCursor> => ({ cursor: mailroom.cursor() }))
}
