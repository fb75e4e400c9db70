// How a wait or an assertion ends for scripts: 1 is kept for "not met".

import { ServerProblem } from '../../client/client.js'
import { exitCode, type Surroundings } from '../command.js'

/** Runs it; what the server refuses is 2 when the request is wrong and 3 when the server cannot serve. */
export async function judging(
  { terminal }: Pick<Surroundings, 'terminal'>,
  run: () => Promise<number>,
): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error
    terminal.complain(`mailhold: ${error.message}`)
    return error.status >= 500 ? exitCode.noServer : exitCode.usage
  }
}
