import { expect, it } from 'vitest'
import { optionHelp, optionMarkdown } from '#mailhold/config/help.js'
import { optionTable } from '#mailhold/config/table.js'

const page = `# Options

Every option has three spellings: a flag (\`--max-age 7d\`), an environment variable (\`MAILHOLD_MAX_AGE=7d\`) and a
member of \`mailhold.config.json\` in the working directory (\`{"maxAge": "7d"}\`; \`--config\` names another file).
A flag counts before the environment, the environment before the file, the file before the default.
\`mailhold config\` prints every option with its value and where it came from.

Ports: \`1025\` is localhost (127.0.0.1 and ::1), \`0.0.0.0:1025\` and \`[::]:1025\` are every address, \`0\` is any free port,
\`25,587\` are two, \`1026=w1\` puts all mail that comes in there into inbox \`w1\`, \`off\` is none.
Sizes: \`kB MB GB\` are powers of 1000, \`KiB MiB GiB\` of 1024. Durations: \`ms s m h d\`.
Switches: \`--starttls\`, \`--no-starttls\`; \`true\` and \`false\` elsewhere.

<!-- Made from src/config/table.ts by: npx vitest run test/config/options-page.test.ts -u -->

${optionMarkdown(optionTable)}
`

it('docs/options.md shows the table as it is', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/options.md')
})

it('--help names every option and its default within the width of the terminal', () => {
  const lines = optionHelp(optionTable, 90).split('\n')

  expect(lines).toContain(
    '  --pop3-delete <remove|hide|keep>                  what DELE does to a message (default',
  )
  expect(lines.filter((line) => /^ {2}--[a-z]/.test(line))).toHaveLength(Object.keys(optionTable).length)
  expect(lines.filter((line) => line.length > 90)).toEqual([])
})
