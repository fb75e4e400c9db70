// `mailhold wait`: ends when the mail is there, or says why it is not.

import type { Client, WaitAnswer, WaitParameters } from '../../client/client.js'
import { text } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { type Resolved, resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { lookingOf, lookingOptions } from '../looking.js'
import { printableLine } from '../printable.js'
import { judging } from '../report/judging.js'
import type { Report } from '../report/report.js'
import { reporterOptions, reporters } from '../report/reporters.js'
import { clientOf, serverOptions } from '../server.js'
import type { Terminal } from '../terminal.js'

const options = {
  ...serverOptions,
  ...lookingOptions,
  count: option({
    group: 'Looking',
    kind: text,
    default: '',
    help: 'exactly so many mails (default: at least one); a range is count.min=1 count.max=3',
  }),
  q: option({
    group: 'Looking',
    kind: text,
    short: 'q',
    default: '',
    help: 'only mail that this search finds too',
  }),
  print: option({
    group: 'Output',
    kind: text,
    default: '',
    help: 'print one value of the newest match and nothing else: link:Confirm, code, id, raw, text, subject, header:Name, …',
  }),
  ...reporterOptions,
}

export const wait: Command = {
  usage: 'wait <criterion=value>… [options]',
  about: `Waits until a mail is there that fulfils every criterion, and says why when none comes:
  mailhold wait --inbox w1 subject.contains=Confirm link=Confirm
  code=$(mailhold wait --inbox w1 to=ada@example.com --print code)
Criteria are those of GET /v1/wait; docs/assert.md lists them.
Exit code 0: met; 1: not met; 2: wrong usage or criteria; 3: no server, or it stopped.`,
  options,
  run: (invocation) =>
    judging(invocation, async () => {
      const { argv, machine, terminal } = invocation
      const resolved = resolve(options, { argv, machine })
      const { values } = resolved
      const parameters = parametersOf(resolved)
      const client = clientOf(values)
      if (values.print !== '') await checkPrint(client, parameters, values.print)
      const answer = await client.waitFor(parameters)
      const report = reportOf(answer)
      const told = reporters[values.reporter](report, invocation)
      if (values.print === '') await terminal.write(told)
      else if (!answer.pass) terminal.draw(told)
      else return printValue({ client, terminal }, { parameters, answer, print: values.print })
      return answer.pass ? exitCode.done : exitCode.failed
    }),
}

function parametersOf(resolved: Resolved<typeof options>): WaitParameters {
  const { values, sources, positionals } = resolved
  const words = positionals.map(wordOf)
  const isStated = (wanted: string) => words.some(([name]) => name === wanted)
  const flags = Object.entries(lookingOf({ values, sources }, isStated))
  const { count, q } = values
  return [
    ...words,
    ...flags,
    ...(count === '' || (sources.count.from !== 'flag' && isStated('count'))
      ? []
      : [['count', count] as const]),
    ...(q === '' || (sources.q.from !== 'flag' && isStated('q')) ? [] : [['q', q] as const]),
  ]
}

function wordOf(word: string): readonly [string, string] {
  const at = word.indexOf('=')
  if (at > 0) return [word.slice(0, at), word.slice(at + 1)]
  throw new OptionError(
    `${JSON.stringify(word.slice(0, 60))} is not a criterion such as subject.contains=Confirm`,
  )
}

/** Octets as they are cannot come as text; they are fetched by the id. */
const asked = (print: string): string => (print === 'raw' ? 'id' : print)

/** A value that no mail can have is told before and not after the wait. */
async function checkPrint(client: Client, parameters: WaitParameters, print: string): Promise<void> {
  await client.printed(asked(print), parameters)
}

interface Talking {
  readonly client: Client
  readonly terminal: Terminal
}

interface Printing {
  readonly parameters: WaitParameters
  readonly answer: WaitAnswer
  readonly print: string
}

async function printValue({ client, terminal }: Talking, { parameters, answer, print }: Printing) {
  const within = [...parameters.filter(([name]) => name !== 'after'), ['after', answer.lookedFrom] as const]
  const { found, text } = await client.printed(asked(print), within)
  if (!found) {
    terminal.complain(`mailhold: ${text}`)
    return exitCode.failed
  }
  await terminal.write(print === 'raw' ? await client.raw(text) : `${text}\n`)
  return exitCode.done
}

function reportOf(answer: WaitAnswer): Report {
  const { pass, waitedMs, matched } = answer
  const verdict = { name: 'mail comes', matched, ...(!answer.pass && { failure: answer }) }
  const text = answer.pass ? metStory(answer) : answer.text
  return { title: 'mailhold wait', pass, waitedMs, verdicts: [verdict], text, answer }
}

function metStory({ matched, waitedMs, messages }: WaitAnswer & { pass: true }): string {
  const head = `ok: ${matched} ${matched === 1 ? 'mail' : 'mails'} after ${waitedMs} ms`
  const earlier = matched - messages.length
  const before = earlier > 0 ? [`  … ${earlier} before these`] : []
  return [head, ...before, ...messages.map(({ id, subject }) => `  ${id}  ${printableLine(subject)}`)].join(
    '\n',
  )
}
