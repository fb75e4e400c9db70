// Matchers on one mail. What does not plainly stand there the server judges and explains, and the explanation is told of
// this mail alone.

import type { Criteria, Mail } from '../../client/client.js'
import type { WaitNotMet } from '../../wire/wait.js'
import { differences } from './difference.js'
import { type Asking, type Outcome, outcomeOf } from './outcome.js'
import { asMail } from './received.js'
import { standsThere } from './stands-there.js'

export interface Judged {
  readonly matcher: string
  readonly criteria: Criteria
}

export async function judgeMail(asking: Asking, received: unknown, judged: Judged): Promise<Outcome> {
  const mail = asMail(received, judged.matcher)
  if (!asking.isNot && standsThere(mail, judged.criteria)) return outcomeOf(true, asking, '')
  const answer = await mail.judge(judged.criteria, asking.isNot ? 'not' : 'fulfils')
  return outcomeOf(answer.pass, asking, answer.pass ? '' : storyOf(mail, answer, asking))
}

/** The whole story where this mail is not the one that came nearest: it was removed meanwhile. */
function storyOf(mail: Mail, answer: WaitNotMet, { isNot }: Asking): string {
  const lines = answer.text.split('\n')
  const title = `"${mail.subject.slice(0, 60)}" (${mail.id})`
  const asked = indentedAfter(lines, /^Expected /)
  if (isNot && answer.matched > 0) {
    return [`Expected mail ${title} not to have`, ...asked, 'but it has.'].join('\n')
  }
  const own = answer.nearest.find(({ id }) => id === mail.id)
  if (!own) return answer.text
  const rows = indentedAfter(lines, new RegExp(`^Nearest: .*\\(${mail.id}, inbox `))
  return [
    `Expected mail ${title} to have`,
    ...asked,
    'but it has not:',
    ...rows,
    ...differences(own.criteria),
  ].join('\n')
}

/** The indented lines below a title, without the one that only says which mail is meant. */
function indentedAfter(lines: readonly string[], title: RegExp): readonly string[] {
  const start = lines.findIndex((line) => title.test(line)) + 1
  const length = lines.slice(start).findIndex((line) => !line.startsWith('  '))
  const found = start === 0 ? [] : lines.slice(start, length < 0 ? undefined : start + length)
  return found.filter((line) => !/^ {2}(?:ok {3})?id equals /.test(line))
}
