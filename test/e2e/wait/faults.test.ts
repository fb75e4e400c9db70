// A wait that fails because a fault rule fired says so, and to nobody whom it does not concern.

import { expect, test } from 'vitest'
import type { Fault } from '#mailhold/wire/fault.js'
import { jsonBody } from '../../support/http.js'
import { openSender } from '../../support/smtp-sender.js'
import { waitingServer } from '../../support/waiting-server.js'

const here = waitingServer()

async function tried(inbox: string, stage: string, deed: object): Promise<Fault> {
  const rule = { where: { inbox }, stage, do: deed, times: 1 }
  const fault = await here.server.json<Fault>('/v1/faults', jsonBody('POST', rule))
  const sender = await openSender(here.server.mailhold.smtp?.port ?? 0)
  const mail = Buffer.from('Subject: hi\r\n\r\nhi\r\n')
  await sender.deliver(mail, { to: [`ada@${inbox}.mailhold.test`] }).catch(() => undefined)
  sender.close()
  return fault
}

const missing = (inbox: string) => here.api.wait({ inbox, match: { subject: 'hi' }, timeout: '0s' })

test('a refusal names the rule and the stage', async () => {
  const { id } = await tried('refused', 'accept', { reply: '451 4.3.0 try later' })

  const { status, smtp, text } = await missing('refused')

  expect(status).toBe(422)
  expect(smtp?.rejected).toContainEqual(
    expect.objectContaining({
      stage: 'accept',
      reply: '451 4.3.0 try later',
      sender: 'app@example.com',
      recipient: 'ada@refused.mailhold.test',
      faultRule: id,
    }),
  )
  expect(text).toContain(`fault rule ${id} answered "451 4.3.0 try later" at ACCEPT`)
})

test('a connection that was closed names the rule', async () => {
  const { id } = await tried('dropped', 'data', { drop: true })

  expect((await missing('dropped')).text).toContain(
    `fault rule ${id} fired: the connection is closed without a reply`,
  )
})

test('who waits for another inbox hears nothing of it', async () => {
  await tried('noisy', 'accept', { reply: '451 4.3.0 try later' })
  await tried('noisy', 'accept', { drop: true })

  const { text, smtp } = await missing('quiet')

  expect(smtp?.rejected).toEqual([])
  expect(text).not.toMatch(/fault rule/)
})
