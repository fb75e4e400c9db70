// `mailhold serve`, and `mailhold` alone: runs the server until it is asked to stop.

import { type RunningMailhold, run } from '../../app/run.js'
import type { ResolvedOptions } from '../../config/resolve.js'
import { optionTable } from '../../config/table.js'
import { type Command, exitCode } from '../command.js'
import { loadOptions } from '../load-options.js'
import { startStory } from '../start-story.js'
import { version } from '../version.js'

export const serve: Command = {
  usage: '[serve] [options]',
  about: 'Starts the server and runs it until Ctrl-C or SIGTERM, then lets mail in flight finish.',
  options: optionTable,
  run: async (invocation) => {
    const { terminal, askedToStop } = invocation
    const resolved = loadOptions(invocation)
    for (const warning of resolved.warnings) terminal.complain(`mailhold: ${warning}`)
    const stopping = askedToStop()
    const running = await run(resolved.values)
    terminal.say(await story(running, resolved))
    await stopping
    await running.stop()
    return exitCode.done
  },
}

async function story(running: RunningMailhold, { values }: ResolvedOptions): Promise<string> {
  const { location, messages, storeSize } = await running.status()
  const { maxMessages, maxAge, maxStoreSize } = optionTable
  return startStory({
    version: version(),
    listeners: running.listeners,
    url: running.url,
    location,
    messages,
    storeSize,
    limits: {
      maxMessages: maxMessages.kind.print(values.maxMessages),
      maxAge: maxAge.kind.print(values.maxAge),
      maxStoreSize: maxStoreSize.kind.print(values.maxStoreSize),
    },
  }).trimEnd()
}
