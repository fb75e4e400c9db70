// What a Mailpit answers to paths of things that are not switched on.

import { nothingHere, tell } from '../answers.js'
import type { MailpitRoute } from '../route.js'

const message = '/api/v1/message/:id'

export const unavailable: MailpitRoute = (scope) => {
  for (const check of ['html-check', 'link-check', 'sa-check']) {
    scope.get(`${message}/${check}`, async (_request, reply) => tell(reply, 404, nothingHere))
  }
  scope.post(`${message}/release`, async (_request, reply) => tell(reply, 404, nothingHere))
}
