// GET and POST /v1/wait: answers when the mail is there, or says why it is not.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { QueryWaitReport } from '../../mailroom/mailroom.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { mailPolicy } from '../mail-policy.js'
import { WaitBody, WaitParameters, waitResponses } from '../schema/wait.js'
import { readByMailroom } from '../wait/read-by-mailroom.js'
import { sendMet, sendText, wantsText, whileConnected } from '../wait/waiting.js'
import { metPieces, waitForm } from '../wire-form/wait.js'

const config = { stream: true }

export function wait(app: App, context: Context): void {
  const { mailroom } = context
  const post = {
    operationId: 'waitForMail',
    summary: 'Waits for mail and answers with it, or explains why it did not come',
    tags: ['wait'],
    body: WaitBody,
    response: waitResponses,
  }
  app.post('/v1/wait', { schema: post, config, ...readByMailroom(app) }, async (request, reply) => {
    const report = await whileConnected(reply, context, (waiting) => mailroom.wait(request.body, waiting))
    return answer(report, request, { reply, context })
  })

  const get = {
    operationId: 'waitForMailByQuery',
    summary: 'The same with the criteria as query parameters: subject.contains=Confirm',
    tags: ['wait'],
    querystring: WaitParameters,
    response: waitResponses,
  }
  const asked = { schema: get, config, exposeHeadRoute: false, ...readByMailroom(app) }
  app.get('/v1/wait', asked, async (request, reply) => {
    const report = await whileConnected(reply, context, (waiting) =>
      mailroom.waitFromQuery(queryOf(request), waiting),
    )
    return answer(report, request, { reply, context })
  })
}

function queryOf({ url }: FastifyRequest): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}

interface Answering {
  readonly reply: FastifyReply
  readonly context: Context
}

function answer(report: QueryWaitReport, request: FastifyRequest, { reply, context }: Answering) {
  const { answer, story, print } = report
  reply.code(answer.pass ? 200 : 422)
  if (print && answer.pass) return sendPrinted(report, reply, context)
  if (print || wantsText(request)) return sendText(reply, story())
  if (answer.pass) return sendMet(reply, metPieces(answer, context.forming))
  return reply.send(waitForm(answer, context.forming))
}

/** The value alone, of the newest match. */
function sendPrinted({ answer, print }: QueryWaitReport, reply: FastifyReply, { forming }: Context) {
  const mail = answer.pass ? answer.messages.at(-1) : undefined
  const whole = mail?.whole
  if (!mail || !whole)
    return sendText(reply.code(422), 'No mail was asked for, so there is no value to print.')
  const value = print?.({ ...whole, cursor: forming.cursorAt(mail.summary.seq) })
  if (!value) throw new Error('nothing was to be printed')
  reply.header('Content-Security-Policy', mailPolicy)
  return 'text' in value ? sendText(reply, value.text) : sendText(reply.code(422), value.missing)
}
