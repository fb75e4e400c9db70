// How MailDev says errors: as JSON with one member.

import { notFound } from '../../errors/problem.js'
import type { TellError } from '../peer-scope.js'

export const tell: TellError = (reply, status, text) =>
  reply.code(status).type('application/json; charset=utf-8').send({ error: text })

export const noEmail = () => notFound('Email was not found')
