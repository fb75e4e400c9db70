// Where a server of a test listens, by the options that it was given. Checked with the other types of the tests.

import { type MailholdOptions, type StartedMailhold, startMailhold } from '#mailhold/server/start-mailhold.js'

export async function places(options: MailholdOptions, port: number): Promise<void> {
  const usual: StartedMailhold = await startMailhold()
  const { port: smtpPort } = usual.smtp
  const { port: pop3Port } = (await startMailhold({ starttls: true, smtp: '127.0.0.1:0' })).pop3
  const given: StartedMailhold = await startMailhold({ smtp: port, pop3: 'off' })

  const withoutSmtp: StartedMailhold<undefined> = await startMailhold({ smtp: 'off' })
  const unsure = await startMailhold(options)
  // @ts-expect-error it is off
  withoutSmtp.smtp.port
  // @ts-expect-error it may be off
  unsure.smtp.port
  // @ts-expect-error it is off
  given.pop3.port
  // @ts-expect-error there is no such option
  await startMailhold({ smpt: 2525 })
  void [smtpPort, pop3Port]
}
