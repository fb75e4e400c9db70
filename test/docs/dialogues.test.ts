// The talks that docs/reference/ports-and-protocols.md shows happen as they stand there, one after the other.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { startMailhold } from '#mailhold/app/start.js'
import { play } from '../support/dialogue.js'

const page = readFileSync(new URL('../../docs/reference/ports-and-protocols.md', import.meta.url), 'utf8')

const talkIn = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''

it('a mail goes in by the SMTP talk and comes out by the POP3 talk', async () => {
  await using mailhold = await startMailhold()
  const at = (port = 0) => ({ host: '127.0.0.1', port })

  await play(at(mailhold.smtp?.port), talkIn('smtp'))
  await play(at(mailhold.pop3?.port), talkIn('pop3'))

  expect((await mailhold.status()).messages).toBe(0)
})
