// POST /api/v1/send: a message as JSON. Errors are JSON too, as nowhere else in this API.

import { badInput } from '../../../errors/problem.js'
import { envelopeOf } from '../../../inject/envelope.js'
import { httpOrigin, receiveFrom, tooBig } from '../../../inject/receive.js'
import { readMembers } from '../../json-body.js'
import type { TellError } from '../../peer-scope.js'
import { sendJson } from '../answers.js'
import { tagNames } from '../list.js'
import type { MailpitRoute } from '../route.js'
import { compose } from '../send/compose.js'
import { readMail } from '../send/read-mail.js'
import { cleanTags } from '../tag-names.js'

/** The whole body is held while it is read. */
export const sendBodyLimit = 16 * 1024 * 1024

export const tellJson: TellError = (reply, status, text) =>
  reply.code(status).type('application/json').send({ Error: text })

export const send: MailpitRoute = (scope, { mailroom, options: { maxMessageSize } }) => {
  scope.post('/api/v1/send', async (request, reply) => {
    const members = readMembers(request.body)
    if (!members) throw badInput('', 'EOF')
    const mail = readMail(members)
    const octets = await compose(mail)
    if (octets.length > maxMessageSize) throw tooBig(maxMessageSize)
    const recipients = [...mail.to, ...mail.cc].map(({ address }) => address)
    const { id } = await receiveFrom(
      only(octets),
      envelopeOf(mail.from.address, [...recipients, ...mail.bcc]),
      {
        mailroom,
        origin: httpOrigin(request.raw.socket.remoteAddress),
        maxMessageSize,
        announcedSize: octets.length,
      },
    )
    const tags = cleanTags(mail.tags, await tagNames(mailroom))
    if (tags.length > 0) await mailroom.mark({ ids: [id] }, { addTags: tags })
    return sendJson(reply, { ID: id })
  })
}

async function* only(octets: Uint8Array): AsyncGenerator<Uint8Array> {
  yield octets
}
