// GET /v1/sessions and /v1/sessions/{id}: connections and their transcripts, also of those that sent no mail.

import type { Session as WireSession, SessionList as WireSessionList } from '../../wire/session.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { notFound } from '../errors/problem.js'
import { Session, SessionList } from '../schema/session.js'
import { Type } from '../schema/typebox.js'
import { pageOfSessions } from '../session-pages.js'
import { sessionForm } from '../wire-form/session.js'

const Query = Type.Object(
  {
    protocol: Type.Optional(Type.Enum(['smtp', 'pop3'])),
    messageId: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9]{1,40}$',
        description: 'the id of a message that was kept or fetched',
      }),
    ),
    page: Type.Optional(Type.String({ minLength: 1, maxLength: 8000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  },
  { additionalProperties: false },
)

export function sessions(app: App, { mailroom, forming }: Context): void {
  const list = {
    operationId: 'listSessions',
    summary: 'Connections with their transcripts, newest first',
    tags: ['sessions'],
    querystring: Query,
    response: { 200: SessionList },
  }
  app.get('/v1/sessions', { schema: list }, async ({ query }): Promise<WireSessionList> => {
    const { records, nextPage } = await pageOfSessions(mailroom, query)
    return { sessions: records.map((one) => sessionForm(one, forming.urls)), nextPage }
  })

  const show = {
    operationId: 'getSession',
    summary: 'One connection with its transcript',
    tags: ['sessions'],
    params: Type.Object({ id: Type.String() }),
    response: { 200: Session },
  }
  app.get('/v1/sessions/:id', { schema: show }, async ({ params: { id } }): Promise<WireSession> => {
    const record = await mailroom.session(id)
    if (!record) throw notFound(`There is no session "${id.slice(0, 60)}".`)
    return sessionForm(record, forming.urls)
  })
}
