// The whole story of a verdict for a person: plain lines for a terminal or a CI log, no colours, nothing wider than it must be.
// Text from mails comes in visible form, so that no mail can write lines of its own.

import type { Criterion } from '../query/criteria/criterion.js'
import { cameLines } from './came.js'
import type { Reason } from './decide.js'
import { inWords } from './duration.js'
import { countInWords } from './plan.js'
import type { CriterionReport, Elsewhere, NearMiss, NotMet, Verdict } from './verdict.js'
import { quoted, visible } from './visible.js'
import { ifBefore, lastSession } from './when.js'

/** The story of one verdict; ends without a line break. */
export function story(verdict: Verdict): string {
  if (verdict.pass) return metLine(verdict)
  return [
    headLine(verdict),
    ...verdict.asked.map((criterion) => `  ${asked(criterion)}`),
    ...(verdict.until.length === 0 ? [] : ['until a mail with']),
    ...verdict.until.map((criterion) => `  ${asked(criterion)}`),
    outcomeLine(verdict),
    ...section(
      'Hints',
      verdict.hints.map(({ text }) => `- ${text}`),
    ),
    ...cameSection(verdict),
    ...verdict.nearest.flatMap((near) => nearLines(near, verdict.reason)),
    ...section('Elsewhere', verdict.elsewhere.map(elsewhereLine)),
    ...section('SMTP meanwhile', smtpLines(verdict)),
  ].join('\n')
}

/** The stories of an assertion: what failed in full, what passed in a line each. */
export function assertStory(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter(({ pass }) => !pass).length
  const head = failed === 0 ? `${of(verdicts.length)} met` : `${failed} of ${of(verdicts.length)} not met`
  const stories = verdicts.map((verdict, index) => {
    const name = verdict.name === undefined ? '' : ` ${visible(verdict.name)}`
    const title = `${verdict.pass ? 'ok  ' : 'FAIL'} ${index + 1}${name}`
    return verdict.pass ? `${title}: ${metLine(verdict)}` : `\n${title}\n${indent(story(verdict))}`
  })
  return [head, ...stories].join('\n')
}

const of = (count: number): string => `${count} expectation${count === 1 ? '' : 's'}`

const mails = (count: number): string => `${count} mail${count === 1 ? '' : 's'}`

const metLine = ({ matched, waitedMs }: Verdict): string =>
  `${mails(matched.length)} matched after ${inWords(waitedMs)}`

function headLine({ expected, inbox, asked: criteria }: NotMet): string {
  const where = inbox === undefined ? '' : ` in inbox ${visible(inbox)}`
  const noun = expected.max === 1 || (expected.max === undefined && expected.min === 1) ? 'mail' : 'mails'
  return `Expected ${countInWords(expected)} ${noun}${where}${criteria.length === 0 ? '' : ' with'}`
}

const operatorWords: Readonly<Partial<Record<Criterion['operator'], string>>> = {
  startsWith: 'starts with',
  endsWith: 'ends with',
  min: 'at least',
  max: 'at most',
}

const asked = ({ path, operator, expected, ignoreCase }: Omit<Criterion, 'field'>): string => {
  const verb = operatorWords[operator] ?? operator
  const text =
    operator === 'not' || typeof expected !== 'string' ? visible(String(expected)) : quoted(expected)
  return `${path} ${verb} ${text}${ignoreCase ? ' (case ignored)' : ''}`
}

function outcomeLine({ reason, waitedMs, matched, looked }: NotMet): string {
  const others = looked - (reason === 'barrier' ? 0 : matched.length)
  const what = reason === 'barrier' ? 'looked at' : 'did not match'
  const seen = others <= 0 || reason === 'order' ? '' : `; ${mails(others)} ${what}`
  return `but ${causes[reason](matched.length, inWords(waitedMs))}${seen}.`
}

const causes: Readonly<Record<Reason, (matched: number, waited: string) => string>> = {
  timeout: (matched, waited) => `${matched === 0 ? 'none' : `only ${matched}`} came within ${waited}`,
  tooMany: (matched) => `${matched} came`,
  tooFew: (matched) => `${matched === 0 ? 'none' : `only ${matched}`} had come when the "until" mail came`,
  each: (_matched, waited) => `a mail that matched does not fulfil "each" (after ${waited})`,
  order: () => 'the mails came in another order',
  unsettled: (matched, waited) =>
    `SMTP was still busy after ${waited}, so that ${matched} may not be the final count`,
  barrier: (_matched, waited) => `the "until" mail had not come after ${waited}`,
  stopped: (matched) => `${matched} had come when another expectation failed`,
}

function cameSection({ reason, came, matched, began }: NotMet): readonly string[] {
  if (reason === 'order') return section('Came, in this order', cameLines(came, { more: 0, began }))
  return section('Came', cameLines(came, { more: matched.length - came.length, began }))
}

function nearLines({ id, subject, inboxes, criteria }: NearMiss, reason: Reason): readonly string[] {
  const title = reason === 'barrier' ? 'Nearest to the "until" mail' : 'Nearest'
  const rows = criteria.flatMap(criterionLines)
  return section(`${title}: "${subject}" (${id}, inbox ${inboxes.join(', ')})`, rows)
}

function criterionLines(report: CriterionReport): readonly string[] {
  const { path, op, pass, expected, actual, hint } = report
  const line = `${pass ? 'ok  ' : 'FAIL'} ${asked({ path, operator: op, expected, ignoreCase: false })}`
  const hinted = hint === undefined ? [] : [`     hint: ${hint}`]
  if (pass) return [line]
  // a search looks at the whole mail, of which nothing in particular can be shown
  if (op === 'finds') return [line, ...hinted]
  const was = actual === null ? 'nothing there' : actual === '' ? '"" (empty)' : `"${actual}"`
  return [line, `     actual: ${was}`, ...hinted]
}

const elsewhereLine = ({ id, why }: Elsewhere): string => `${id}: ${why}`

function smtpLines({ smtp, began }: NotMet): readonly string[] {
  const { sessions, last, rejected, openTransactions } = smtp
  const open =
    openTransactions === 0
      ? ''
      : `, ${openTransactions} transaction${openTransactions === 1 ? '' : 's'} still open`
  const earlier = last && sessions === 0 ? `; ${lastSession(last, began)}` : ''
  return [
    `${sessions} connection${sessions === 1 ? '' : 's'}${open}${earlier}`,
    ...rejected.map(({ at, stage, reply, recipient, faultRule }) => {
      const whom = recipient === undefined ? '' : ` for ${visible(recipient)}`
      const rule = faultRule === undefined ? '' : ` (fault rule ${visible(faultRule)})`
      return `refused at ${stage.toUpperCase()}${whom}${ifBefore(at, began)}: ${visible(reply)}${rule}`
    }),
  ]
}

/** A blank line, a title, and indented lines; nothing where there are no lines. */
const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}`, ...lines.map((line) => `  ${line}`)]

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
