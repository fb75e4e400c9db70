// `mailhold serve`, and `mailhold` alone: runs the server until it is asked to stop.

import { version } from '../../app/http-facts.js'
import { type RunningMailhold, run } from '../../app/run.js'
import { OptionError } from '../../config/option-error.js'
import type { ResolvedOptions } from '../../config/resolve.js'
import { optionTable } from '../../config/table.js'
import { type Command, exitCode } from '../command.js'
import { isSystemError } from '../failure.js'
import { loadOptions } from '../load-options.js'
import { startStory } from '../start-story.js'

export const serve: Command = {
  usage: '[serve] [options]',
  about: 'Starts the server and runs it until Ctrl-C or SIGTERM, then lets mail in flight finish.',
  options: optionTable,
  run: async (invocation) => {
    const { terminal, askedToStop } = invocation
    const resolved = loadOptions(invocation)
    for (const warning of resolved.warnings) terminal.complain(`mailhold: ${warning}`)
    for (const note of resolved.notes) terminal.say(note)
    const stopping = askedToStop()
    const starting = run(resolved.values).catch((error: unknown) => {
      throw startTrouble(error)
    })
    const running = await Promise.race([starting, stopping.then(giveUp)])
    terminal.say(await story(running, resolved))
    if (running.url !== '') terminal.say(accessLine(running.url))
    await stopping
    await running.stop()
    return exitCode.done
  },
}

/** A folder or a file that cannot be had is a matter of options. */
function startTrouble(error: unknown): unknown {
  if (!isSystemError(error)) return error
  return new OptionError(error.message)
}

/** Tools that start containers wait for these words, which Mailpit says too. */
const accessLine = (url: string): string =>
  `[http] accessible via ${url.replace('//127.0.0.1:', '//localhost:')}/`

const patience = 5000

/** A start that was interrupted may finish and stop in order, but not take for ever. */
const giveUp = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new OptionError('stopped before it had started')), patience).unref()
  })

async function story(running: RunningMailhold, { values }: ResolvedOptions): Promise<string> {
  const { location, messages, storeSize, retention } = await running.status()
  const { maxMessages, maxAge, maxStoreSize } = optionTable
  return startStory({
    version,
    listeners: running.listeners,
    url: running.url,
    location: values.data === 'memory' ? 'memory' : location,
    messages,
    storeSize,
    limits: {
      maxMessages: maxMessages.kind.print(retention.maxMessages),
      maxAge: maxAge.kind.print(retention.maxAge),
      maxStoreSize: maxStoreSize.kind.print(retention.maxStoreSize),
    },
  }).trimEnd()
}
