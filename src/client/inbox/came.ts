// Which mails came, where more came than should have: the server's story counts them, a test wants to know them.

import type { WaitMet, WaitNotMet } from '../../wire/wait.js'
import type { Expectation } from '../expectation.js'
import { quoted } from '../mail/words.js'

type Wait = (request: Expectation) => Promise<WaitMet | WaitNotMet>

const most = 10

/** The same answer, whose text names the mails that came, if that is what is wrong. */
export async function withCame(answer: WaitNotMet, request: Expectation, wait: Wait): Promise<WaitNotMet> {
  if (answer.reason !== 'tooMany') return answer
  const { match, inbox, after } = request
  const bounds = { ...(inbox !== undefined && { inbox }), ...(after !== undefined && { after }) }
  const came = await wait({ ...bounds, match, timeout: '0s', return: 'summary' })
  if (!came.pass) return answer
  const lines = came.messages.map(
    ({ id, subject, envelope }) => `  ${quoted(subject)} to ${quoted(envelope.to.join(', '))} (${id})`,
  )
  const more = lines.length > most ? [`  … and ${lines.length - most} more`] : []
  return { ...answer, text: [answer.text, '', 'Came', ...lines.slice(0, most), ...more].join('\n') }
}
