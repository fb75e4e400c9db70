// The expectation in the words of each tool. Pure; every one of them is run by a test.

import type { Expected } from './criteria.js'

export interface Asking {
  readonly expected: Expected
  /** the server's address */
  readonly url: string
  readonly inbox: string
}

export interface Snippet {
  readonly name: string
  /** for a fenced block */
  readonly language: string
  readonly write: (asking: Asking) => string
}

const js = (value: unknown, indent = 4): string => {
  const pad = ' '.repeat(indent)
  const lines = Object.entries(value as object).map(([name, member]) => `${pad}${name}: ${literal(member)},`)
  return `{\n${lines.join('\n')}\n${' '.repeat(indent - 2)}}`
}

const literal = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const members = Object.entries(value).map(([name, member]) => `${name}: ${literal(member)}`)
  return `{ ${members.join(', ')} }`
}

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

const vitest: Snippet['write'] = ({ expected }) => `import { createClient } from 'mailhold/vitest'
import { expect, test } from 'vitest'

const mailhold = createClient()

test('the mail comes', async () => {
  const inbox = mailhold.inbox()

  await yourApp.sendTo(inbox.address('ada'))

  await expect(inbox).toReceive(${js(withoutAddress(expected))})
})
`

const playwright: Snippet['write'] = ({ expected }) => `import { expect, test } from 'mailhold/playwright'

test('the mail comes', async ({ page, inbox }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Email').fill(inbox.address('ada'))
  await page.getByRole('button', { name: 'Sign up' }).click()

  const mail = await inbox.findMail(${js(withoutAddress(expected))})
  ${expected.link === undefined ? "await expect(mail).toBeSentTo(inbox.address('ada'))" : 'await mail.open(page)'}
})
`

/** The inbox is the test's own there, so the address that was seen here says nothing. */
const withoutAddress = ({ to: _, ...rest }: Expected): Omit<Expected, 'to'> => rest

const python: Snippet['write'] = ({ expected, url, inbox }) => `import json
import os
import urllib.error
import urllib.request

MAILHOLD = os.environ.get("MAILHOLD_URL", ${JSON.stringify(url)})


def wait_for_mail(**expectation):
    request = urllib.request.Request(
        f"{MAILHOLD}/v1/wait",
        data=json.dumps(expectation).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        return json.load(urllib.request.urlopen(request))["messages"][0]
    except urllib.error.HTTPError as error:
        raise AssertionError(json.load(error).get("text", str(error))) from None


def test_the_mail_comes():
    mail = wait_for_mail(
        inbox=${JSON.stringify(inbox)},
        timeout="10s",
        match=json.loads(r'''${JSON.stringify(expected).replaceAll("'", '\\u0027')}'''),
    )
    assert mail["subject"]
`

const curl: Snippet['write'] = ({ expected, url, inbox }) => {
  const parameters = Object.entries({ inbox, timeout: '10s', ...flat(expected) })
  const lines = parameters.map(([name, value]) => `  --data-urlencode ${shell(`${name}=${value}`)}`)
  return [
    `curl --fail-with-body --get ${shell(`${url}/v1/wait`)} \\`,
    `  -H 'Accept: text/plain' \\`,
    lines.join(' \\\n'),
    '',
  ].join('\n')
}

/** Operators stand behind a dot: `subject.glob=…`. */
function flat(expected: Expected): Record<string, string> {
  return Object.fromEntries(
    Object.entries(expected).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value as object).map(([operator, operand]) => [
            `${name}.${operator}`,
            String(operand),
          ]),
    ),
  )
}

const shell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const yaml: Snippet['write'] = ({ expected, inbox }) => {
  const lines = Object.entries(expected).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`)
  return `# mailhold assert -f mail.yml
inbox: ${JSON.stringify(inbox)}
timeout: 10s
expectations:
  - name: the mail comes
    match:
${lines.join('\n')}
`
}

export const snippets: readonly Snippet[] = [
  { name: 'Vitest', language: 'ts', write: vitest },
  { name: 'Playwright', language: 'ts', write: playwright },
  { name: 'pytest', language: 'python', write: python },
  { name: 'curl', language: 'sh', write: curl },
  { name: 'YAML', language: 'yaml', write: yaml },
]
