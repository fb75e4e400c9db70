// GET /v1/inboxes: with counts and how to reach each.

import type { InboxList as WireInboxList } from '../../wire/inbox.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { InboxList } from '../schema/inbox.js'
import { inboxForm } from '../wire-form/inbox.js'

export function inboxes(app: App, { mailroom, options, forming }: Context): void {
  const domain = options.inboxDomains[0] ?? 'mailhold.test'
  const schema = { summary: 'Inboxes', tags: ['inboxes'], response: { 200: InboxList } }
  app.get('/v1/inboxes', { schema }, async (): Promise<WireInboxList> => {
    const all = await mailroom.inboxes()
    return { inboxes: all.map((inbox) => inboxForm(inbox, domain, forming.urls)) }
  })
}
