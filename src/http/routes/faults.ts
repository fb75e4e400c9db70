// /v1/faults: the fault rules. They live in memory and end with the process.

import type { Fault as WireFault, FaultList as WireFaultList } from '../../wire/fault.js'
import type { Deleted as WireDeleted } from '../../wire/list.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { notFound } from '../errors/problem.js'
import { Fault, FaultList, NewFault } from '../schema/fault.js'
import { Deleted } from '../schema/list.js'
import { Type } from '../schema/typebox.js'
import { faultForm } from '../wire-form/fault.js'

const tags = ['faults']

const OfInbox = Type.Object(
  {
    inbox: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'only rules that name it' }),
    ),
  },
  { additionalProperties: false },
)

const Id = Type.Object({ id: Type.String() })

export function faults(app: App, context: Context): void {
  addFault(app, context)
  listFaults(app, context)
  removeFaults(app, context)
  oneFault(app, context)
}

function addFault(app: App, { mailroom, forming }: Context): void {
  const schema = {
    operationId: 'createFault',
    summary: 'Ask for a misbehaviour of SMTP',
    description:
      'Rules are asked in the order of their making; delays add up, and the first that ends the matter is the last to fire. They live in memory: they end with the process.',
    tags,
    body: NewFault,
    response: { 201: Fault },
  }
  app.post('/v1/faults', { schema }, async ({ body }, reply): Promise<WireFault> => {
    const fault = faultForm(mailroom.addFault(body), forming.urls)
    reply.code(201).header('Location', fault.url)
    return fault
  })
}

function listFaults(app: App, { mailroom, forming }: Context): void {
  const schema = {
    operationId: 'listFaults',
    summary: 'Fault rules',
    tags,
    querystring: OfInbox,
    response: { 200: FaultList },
  }
  app.get(
    '/v1/faults',
    { schema },
    async ({ query: { inbox } }): Promise<WireFaultList> => ({
      faults: mailroom.faults(inbox).map((fault) => faultForm(fault, forming.urls)),
    }),
  )
}

function removeFaults(app: App, { mailroom }: Context): void {
  const summary = 'Delete all fault rules, or those that name an inbox'
  const schema = {
    operationId: 'deleteFaults',
    summary,
    tags,
    querystring: OfInbox,
    response: { 200: Deleted },
  }
  app.delete(
    '/v1/faults',
    { schema },
    async ({ query: { inbox } }): Promise<WireDeleted> => ({ deleted: mailroom.removeFaults(inbox) }),
  )
}

function oneFault(app: App, { mailroom, forming }: Context): void {
  const show = {
    operationId: 'getFault',
    summary: 'One fault rule',
    tags,
    params: Id,
    response: { 200: Fault },
  }
  app.get('/v1/faults/:id', { schema: show }, async ({ params: { id } }): Promise<WireFault> => {
    const fault = mailroom.fault(id)
    if (!fault) throw unknown(id)
    return faultForm(fault, forming.urls)
  })

  const remove = {
    operationId: 'deleteFault',
    summary: 'Delete one fault rule',
    tags,
    params: Id,
    response: { 200: Deleted },
  }
  app.delete('/v1/faults/:id', { schema: remove }, async ({ params: { id } }): Promise<WireDeleted> => {
    if (!mailroom.removeFault(id)) throw unknown(id)
    return { deleted: 1 }
  })
}

const unknown = (id: string) =>
  notFound(`There is no fault rule "${id.slice(0, 60)}"; it may have gone with its inbox or a restart.`)
