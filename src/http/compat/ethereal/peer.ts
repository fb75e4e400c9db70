// Ethereal: `POST /user` makes a test account, as nodemailer's createTestAccount() asks for one.

import type { FastifyRequest } from 'fastify'
import { MailholdError } from '../../../model/errors.js'
import type { Context } from '../../context.js'
import type { Peer } from '../peer.js'
import { inPeerScope, type TellError } from '../peer-scope.js'
import { type Account, endpoint, freshPassword } from './accounts.js'

const tell: TellError = (reply, status, text) =>
  reply.code(status).type('application/json; charset=utf-8').send({ status: 'error', error: text })

/** What it sends about itself is not looked at. */
export const ethereal: Peer = {
  routes: (app, context) =>
    inPeerScope(app, { context, tell }, (scope) => {
      scope.post('/user', (request) => openAccount(context, request))
    }),
}

async function openAccount({ mailroom, options }: Context, request: FastifyRequest): Promise<Account> {
  const { listeners } = options.status()
  const { hostname, host, protocol } = request
  const smtp = endpoint(listeners, 'smtp', hostname)
  if (!smtp)
    throw new MailholdError(
      'badInput',
      'SMTP is off here (--smtp), so nothing could be sent from an account.',
    )
  const { inbox } = await mailroom.openInbox({ prefix: 'ethereal' })
  return {
    status: 'success',
    user: inbox.name,
    pass: freshPassword(),
    smtp,
    imap: null,
    pop3: endpoint(listeners, 'pop3', hostname) ?? null,
    web: `${protocol}://${host}${options.basePath}`,
  }
}
