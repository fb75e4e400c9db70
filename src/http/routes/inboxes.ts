// /v1/inboxes: who has mail and how to reach them; inboxes made for a test, and removed behind it.

import type { FastifyRequest } from 'fastify'
import type { Inbox as WireInbox, InboxList as WireInboxList } from '../../wire/inbox.js'
import type { Deleted as WireDeleted } from '../../wire/list.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { notFound } from '../errors/problem.js'
import { Inbox, InboxList, NewInbox } from '../schema/inbox.js'
import { Deleted } from '../schema/list.js'
import { Type } from '../schema/typebox.js'
import { type InboxForming, inboxForm } from '../wire-form/inbox.js'
import { reachOf } from '../wire-form/logins.js'

const tags = ['inboxes']

const inboxAs = (description: string) => ({ description, content: { 'application/json': { schema: Inbox } } })

export function inboxes(app: App, context: Context): void {
  listInboxes(app, context)
  openInbox(app, context)
  removeInbox(app, context)
}

const formingOf = (
  { options, forming }: Context,
  { hostname }: Pick<FastifyRequest, 'hostname'>,
): InboxForming => ({
  domain: options.inboxDomains[0] ?? 'mailhold.test',
  reach: reachOf(options, hostname),
  urls: forming.urls,
})

function listInboxes(app: App, context: Context): void {
  const schema = { operationId: 'listInboxes', summary: 'Inboxes', tags, response: { 200: InboxList } }
  app.get('/v1/inboxes', { schema }, async (request): Promise<WireInboxList> => {
    const all = await context.mailroom.inboxes()
    const forming = formingOf(context, request)
    return { inboxes: all.map((inbox) => inboxForm(inbox, forming)) }
  })
}

function openInbox(app: App, context: Context): void {
  const summary = 'Make an inbox, or renew one that is there'
  const schema = {
    operationId: 'openInbox',
    summary,
    tags,
    body: NewInbox,
    response: { 200: inboxAs('It was there'), 201: inboxAs('It is new') },
  }
  app.post('/v1/inboxes', { schema }, async (request, reply): Promise<WireInbox> => {
    const { inbox, isNew } = await context.mailroom.openInbox(request.body)
    reply.code(isNew ? 201 : 200)
    return inboxForm(inbox, formingOf(context, request))
  })
}

function removeInbox(app: App, { mailroom }: Context): void {
  const summary = 'Delete an inbox: its deliveries and its fault rules'
  const schema = {
    operationId: 'deleteInbox',
    summary,
    tags,
    params: Type.Object({ name: Type.String() }),
    response: { 200: Deleted },
  }
  app.delete('/v1/inboxes/:name', { schema }, async ({ params: { name } }): Promise<WireDeleted> => {
    const deleted = await mailroom.removeInbox(name)
    if (deleted === undefined) throw notFound(`There is no inbox "${name.slice(0, 60)}".`)
    return { deleted }
  })
}
