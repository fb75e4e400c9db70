// /api/v2/jim and /api/v2/outgoing-smtp.

import type { App } from '../../../app.js'
import type { Context } from '../../../context.js'
import { readMembers } from '../../json-body.js'
import { done, sendJson } from '../answers.js'
import { createMonkey, readJim } from '../jim.js'

export function jim(scope: App, { mailroom }: Context): void {
  const monkey = createMonkey(mailroom)
  scope.get('/api/v2/jim', async (_request, reply) => {
    const there = monkey.jim()
    return there ? sendJson(reply, there) : done(reply, 404)
  })

  scope.post('/api/v2/jim', async (request, reply) => {
    if (monkey.jim()) return done(reply, 400)
    monkey.become(readJim(readMembers(request.body)))
    return done(reply, 201)
  })

  scope.put('/api/v2/jim', async (request, reply) => {
    if (!monkey.jim()) return done(reply, 404)
    const members = readMembers(request.body)
    if (!members) return done(reply, 400)
    monkey.become(readJim(members))
    return done(reply)
  })

  scope.delete('/api/v2/jim', async (_request, reply) => {
    if (!monkey.jim()) return done(reply, 404)
    monkey.become(undefined)
    return done(reply)
  })

  // servers that mail could be released to by name: there are none
  scope.get('/api/v2/outgoing-smtp', async (_request, reply) => sendJson(reply, {}))
}
