// Hands out the HTML of a mail under the rules for a stranger's pages: made safe, in a sandbox, and without other servers' pictures.

import type { FastifyReply } from 'fastify'
import type { SafeView } from '../../mailroom/mailroom.js'
import { viewPolicy } from '../mail-policy.js'

export const sendView = (reply: FastifyReply, { html }: Pick<SafeView, 'html'>): FastifyReply =>
  reply.header('Content-Security-Policy', viewPolicy('inline')).type('text/html; charset=utf-8').send(html)
