// `mailhold assert`: holds the expectations of a file against the mail that comes.

import { resolve as resolvePath } from 'node:path'
import { type AssertAnswer, ServerProblem } from '../../client/client.js'
import { text } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { OptionError } from '../../config/option-error.js'
import { resolve } from '../../config/resolve.js'
import { readExpectations } from '../assertions/read.js'
import { type Command, exitCode } from '../command.js'
import { lookingOf, lookingOptions } from '../looking.js'
import { judging } from '../report/judging.js'
import type { Report } from '../report/report.js'
import { reporterOptions, reporters } from '../report/reporters.js'
import { clientOf, serverOptions } from '../server.js'

const options = {
  ...serverOptions,
  ...lookingOptions,
  file: option({
    group: 'Looking',
    kind: text,
    short: 'f',
    default: '',
    help: 'YAML or JSON with the expectations; - reads standard input',
  }),
  ...reporterOptions,
}

export const assert: Command = {
  usage: 'assert -f <file.yml> [options]',
  about: `Waits until all expectations of a file are met, or says which is not, and why:
  expectations:
    - name: the sign-up mail
      match: { to: ada@example.com, subject: Welcome, link: Confirm }
A flag counts before the same member of the file; docs/assert.md lists all members.
Exit code 0: met; 1: not met; 2: wrong usage or expectations; 3: no server, or it stopped.`,
  options,
  run: (invocation) =>
    judging(invocation, async () => {
      const { argv, machine, folder, terminal } = invocation
      const { values, sources, positionals } = resolve(options, { argv, machine })
      const [file, extra] = values.file === '' ? positionals : [values.file, ...positionals]
      if (file === undefined)
        throw new OptionError('assert needs a file: mailhold assert -f expectations.yml')
      if (extra !== undefined) throw new OptionError('assert takes one file')
      const path = file === '-' ? '-' : resolvePath(folder, file)
      const { request, located } = await readExpectations(path, { input: terminal.input, name: file })
      const given = lookingOf({ values, sources }, (name) => Object.hasOwn(request, name))
      const answer = await clientOf(values)
        .assert({ ...request, ...given })
        .catch((error: unknown) => {
          throw error instanceof ServerProblem && error.status === 400 ? located(error) : error
        })
      await terminal.write(reporters[values.reporter](reportOf(answer, file), invocation))
      return answer.pass ? exitCode.done : exitCode.failed
    }),
}

function reportOf(answer: AssertAnswer, file: string): Report {
  const { pass, waitedMs, text } = answer
  const isFile = file !== '-'
  return {
    title: `mailhold assert${isFile ? ` ${file}` : ''}`,
    ...(isFile && { file }),
    pass,
    waitedMs,
    verdicts: answer.expectations.map((one, at) => ({
      name: one.name ?? `expectation ${at + 1}`,
      matched: one.matched,
      ...(!one.pass && { failure: one }),
    })),
    text,
    answer,
  }
}
