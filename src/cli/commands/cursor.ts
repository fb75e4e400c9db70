// `mailhold cursor`: where the order of all mail stands now, for `--after`.

import { choice } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import { resolve } from '../../config/resolve.js'
import { type Command, exitCode } from '../command.js'
import { refuseExtraWords } from '../extra-words.js'
import { judging } from '../report/judging.js'
import { clientOf, serverOptions } from '../server.js'

const options = {
  ...serverOptions,
  reporter: option({
    group: 'Output',
    kind: choice('text', 'json'),
    default: 'text',
    help: 'how it is told',
  }),
}

export const cursor: Command = {
  usage: 'cursor',
  about: `Prints the cursor of now, so that a later wait sees only what came afterwards:
  now=$(mailhold cursor); ./sign-up.sh; mailhold wait --after "$now" subject=Welcome`,
  options,
  run: (invocation) =>
    judging(invocation, async () => {
      const { argv, machine, terminal } = invocation
      const { values, positionals } = resolve(options, { argv, machine })
      refuseExtraWords(positionals)
      const found = await clientOf(values).cursor()
      await terminal.write(
        values.reporter === 'json' ? `${JSON.stringify({ cursor: found })}\n` : `${found}\n`,
      )
      return exitCode.done
    }),
}
