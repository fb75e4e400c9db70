// The options of a table as text: for --help, and as a page of docs.

import { environmentName, flagName, type Option, type OptionTable } from './option.js'

/** Lines of `--help`, grouped; `width` is the width of the terminal in columns. */
export function optionHelp(table: OptionTable, width = 100): string {
  const rows = Object.entries(table)
  const column = Math.max(...rows.map(([name, row]) => flagWithValue(name, row).length)) + 4
  return groupsOf(table)
    .map(([group, entries]) => {
      const lines = entries.map(([name, row]) =>
        helpLine(flagWithValue(name, row), helpOf(row), column, width),
      )
      return `${group}\n${lines.join('\n')}`
    })
    .join('\n\n')
}

function flagWithValue(name: string, row: Option<unknown>): string {
  const short = row.short === undefined ? '' : `-${row.short}, `
  return `${short}${flagName(name)} ${row.kind.placeholder}`.trimEnd()
}

function helpOf(row: Option<unknown>): string {
  const text = defaultText(row)
  return row.kind.flag === 'switch' || text === '' ? row.help : `${row.help} (default ${text})`
}

function helpLine(flag: string, help: string, column: number, width: number): string {
  const lines = wrap(help, Math.max(30, width - column))
  return lines
    .map((line, at) => (at === 0 ? `  ${flag}`.padEnd(column) : ' '.repeat(column)) + line)
    .join('\n')
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** A Markdown table of every option per group. */
export function optionMarkdown(table: OptionTable): string {
  return groupsOf(table)
    .map(([group, entries]) =>
      [
        `## ${group}`,
        '',
        '| option | environment, file member | default | what it does |',
        '|---|---|---|---|',
        ...entries.map(([name, row]) => markdownRow(name, row)),
      ].join('\n'),
    )
    .join('\n\n')
}

function markdownRow(name: string, row: Option<unknown>): string {
  const flag = code(flagWithValue(name, row))
  const text = defaultText(row)
  const shownDefault = typeof row.default === 'string' && text !== '' ? code(text) : text
  return `| ${flag} | ${code(environmentName(name))} ${code(name)} | ${shownDefault} | ${row.help} |`
}

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

const defaultText = (row: Option<unknown>): string =>
  typeof row.default === 'string' ? row.default : row.default.text

type Entries = readonly (readonly [name: string, row: Option<unknown>])[]

function groupsOf(table: OptionTable): readonly (readonly [group: string, entries: Entries])[] {
  const groups = new Map<string, [string, Option<unknown>][]>()
  for (const [name, row] of Object.entries(table)) {
    groups.set(row.group, [...(groups.get(row.group) ?? []), [name, row]])
  }
  return [...groups]
}
