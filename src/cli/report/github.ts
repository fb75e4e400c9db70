// For GitHub Actions: the story in the log, an annotation for each failure, a table in the summary of the step.

import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { Surroundings } from '../command.js'
import { printableLine } from '../printable.js'
import { outline, type Report, seconds, type Verdict } from './report.js'
import { text } from './text.js'

/** @returns the log with its annotations; the table goes into the file that $GITHUB_STEP_SUMMARY names */
export function github(
  report: Report,
  { machine, terminal }: Pick<Surroundings, 'machine' | 'terminal'>,
): string {
  const file = machine.env.GITHUB_STEP_SUMMARY
  if (file) {
    try {
      appendFileSync(file, summaryTable(report))
    } catch (error) {
      terminal.complain(`mailhold: the step summary was not written: ${String(error)}`)
    }
  }
  return `${quietly(text(report))}${report.verdicts.map((verdict) => annotation(verdict, report)).join('')}`
}

/** Nothing that a mail says is obeyed as a workflow command. */
function quietly(story: string): string {
  const token = randomUUID()
  return `::stop-commands::${token}\n${story}::${token}::\n`
}

function annotation({ name, failure }: Verdict, { title, file }: Report): string {
  if (!failure) return ''
  const place = file === undefined ? '' : `file=${property(file)},`
  return `::error ${place}title=${property(`${title}: ${name}`)}::${data(outline(failure))}\n`
}

// what stands behind `::` of a workflow command, and what stands between its name and `::`
const data = (given: string): string =>
  given.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (given: string): string => data(given).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A table in Markdown, with an empty line on both sides. */
export function summaryTable({ title, pass, waitedMs, verdicts }: Report): string {
  const rows = verdicts.map(({ name, matched, failure }) => [
    failure ? '❌' : '✅',
    cell(name),
    String(matched),
    failure ? outline(failure).split('\n').map(cell).join('<br>') : '',
  ])
  return [
    '',
    `### ${pass ? '✅' : '❌'} ${cell(title)} (${seconds(waitedMs)} s)`,
    '',
    '| | expectation | matched | why not |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    '',
  ].join('\n')
}

/** Text that is neither Markdown nor HTML nor the end of a cell, and mentions nobody. */
const cell = (given: string): string =>
  printableLine(given).replace(/[\\`*_{}[\]<>()#+!|~@&:]/g, (letter) => `&#${letter.charCodeAt(0)};`)
