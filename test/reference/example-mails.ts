// The two mails that a page of the reference shows, in a Mailhold of their own, and the tables of examples beside them.

import { readFileSync } from 'node:fs'
import { startMailhold } from '#mailhold/app/start.js'
import { openSender } from '../support/smtp-sender.js'

export interface ExampleMails extends AsyncDisposable {
  readonly url: string
  /** `confirm`, `invoice`, `both` or `none`, for the ids that were found */
  named(ids: readonly string[]): string
}

export const pageText = (name: string): string =>
  readFileSync(new URL(`../../docs/reference/${name}.md`, import.meta.url), 'utf8')

/** The rows of a page's tables whose first cell is code, with the code taken out of its marks. */
export function examplesOf(page: string): readonly (readonly string[])[] {
  const rows = [...pageText(page).matchAll(/^\| (`.+`.*) \|$/gm)]
  return rows.map(([, row = '']) => row.split(' | ').map(codeOf))
}

const codeOf = (cell: string): string => /^`(.*)`$/.exec(cell)?.[1] ?? cell

/** Starts a Mailhold that keeps the mails of docs/reference/search.md or docs/reference/criteria.md. */
export async function exampleMails(page: string): Promise<ExampleMails> {
  const mailhold = await startMailhold({ pop3: 'off' })
  const sender = await openSender(mailhold.smtp?.port ?? 0)
  await sender.say(`AUTH PLAIN ${Buffer.from('\0w1\0x').toString('base64')}`)
  const to = ['ada@example.com', 'bob@example.org', 'archive@example.net']
  const { text: kept } = await sender.deliver(mailOf(page, 'confirm'), { from: 'shop@app.example', to })
  sender.close()
  const confirm = /kept as (\w+)/.exec(kept)?.[1] ?? ''
  await tag(`${mailhold.url}/v1/messages/${confirm}`)
  const second = await openSender(mailhold.smtp?.port ?? 0)
  await second.deliver(mailOf(page, 'invoice'), { from: 'billing@app.example', to: ['carl@example.com'] })
  second.close()
  return {
    url: mailhold.url,
    named: (ids) =>
      ids.length > 1 ? 'both' : ids.length === 0 ? 'none' : ids[0] === confirm ? 'confirm' : 'invoice',
    [Symbol.asyncDispose]: () => mailhold.stop(),
  }
}

/** Each page shows first the one and then the other. */
function mailOf(page: string, name: 'confirm' | 'invoice'): Buffer {
  const shown = [...pageText(page).matchAll(/^```eml\n([\s\S]*?)^```$/gm)]
  const text = shown[name === 'confirm' ? 0 : 1]?.[1]
  if (text === undefined) throw new Error(`docs/reference/${page}.md shows no mail ${name}`)
  return Buffer.from(text.replaceAll('\n', '\r\n'))
}

async function tag(url: string): Promise<void> {
  const body = JSON.stringify({ addTags: ['release'] })
  const answer = await fetch(url, { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body })
  if (!answer.ok) throw new Error(await answer.text())
}
