// The forms in which a report can be had.

import { choice } from '../../config/kinds/words.js'
import { option } from '../../config/option.js'
import type { Surroundings } from '../command.js'
import { github } from './github.js'
import { junit } from './junit.js'
import type { Report } from './report.js'
import { text } from './text.js'

/** Makes the text that is written; what else it does, it does in `surroundings`. */
export type Reporter = (report: Report, surroundings: Pick<Surroundings, 'machine' | 'terminal'>) => string

const json: Reporter = ({ answer }) => `${JSON.stringify(answer)}\n`

export const reporters = { text, json, junit, github } as const satisfies Readonly<Record<string, Reporter>>

/** The row of `--reporter`. */
export const reporterOptions = {
  reporter: option({
    group: 'Output',
    kind: choice('text', 'json', 'junit', 'github'),
    default: {
      text: 'text; github in GitHub Actions',
      on: ({ env }) => (env.GITHUB_ACTIONS === 'true' ? 'github' : 'text'),
    },
    help: 'how the outcome is told',
  }),
}
