import { expect, test } from 'vitest'
import type { MailFacts } from '#mailhold/model/facts.js'
import { indexText, properHeader } from '../support/mail-index.js'
import { announcedMails } from './code-fixtures/announced-mails.js'
import { asianCodes } from './code-fixtures/asian-codes.js'
import { englishCodes } from './code-fixtures/english-codes.js'
import { englishPlain } from './code-fixtures/english-plain.js'
import { europeanCodes } from './code-fixtures/european-codes.js'
import type { CodeFixture } from './code-fixtures/fixture.js'
import { lateMails } from './code-fixtures/late-mails.js'
import { moreCodes } from './code-fixtures/more-codes.js'
import { morePlain } from './code-fixtures/more-plain.js'
import { otherPlain } from './code-fixtures/other-plain.js'
import { recentMails } from './code-fixtures/recent-mails.js'

const fixtures = [
  ...englishCodes,
  ...europeanCodes,
  ...asianCodes,
  ...moreCodes,
  ...englishPlain,
  ...otherPlain,
  ...morePlain,
  ...lateMails,
  ...recentMails,
  ...announcedMails,
]

const encodedWord = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

function read({ subject, text, html }: CodeFixture): MailFacts {
  const body = Buffer.from(html ?? text ?? '').toString('base64')
  return indexText(
    `${properHeader}Subject: ${encodedWord(subject)}\nContent-Type: text/${html === undefined ? 'plain' : 'html'}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${body}\n`,
  )
}

/** How much of what was found is right, and how much of what there is was found. */
function score(wanted: readonly (readonly string[])[], found: readonly (readonly string[])[]) {
  const right = found.flatMap((values, index) =>
    values.filter((value) => wanted[index]?.includes(value)),
  ).length
  return { precision: right / found.flat().length, recall: right / wanted.flat().length }
}

const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`

const told = (name: string, { precision, recall }: ReturnType<typeof score>) =>
  process.stdout.write(
    `${name} in ${fixtures.length} mails: precision ${percent(precision)}, recall ${percent(recall)}\n`,
  )

const languages = new Set(fixtures.map(({ language }) => language))

test('there are mails enough, in languages enough, with and without a code', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(120)
  expect(languages.size).toBeGreaterThanOrEqual(8)
  expect(fixtures.filter(({ code }) => code !== undefined).length).toBeGreaterThanOrEqual(60)
  expect(fixtures.filter(({ code }) => code === undefined).length).toBeGreaterThanOrEqual(60)
})

test('the first code of a mail is the one to type, and there is none where there is nothing to type', () => {
  const wanted = fixtures.map(({ code }) => (code === undefined ? [] : [code]))
  const found = fixtures.map((fixture) =>
    read(fixture)
      .codes.slice(0, 1)
      .map(({ value }) => value),
  )

  const codes = score(wanted, found)
  told('codes', codes)

  const wrong = fixtures.flatMap(({ language, subject }, index) => {
    const [want, got] = [wanted[index]?.[0] ?? 'none', found[index]?.[0] ?? 'none']
    return want === got ? [] : [`${language} "${subject}": ${got} instead of ${want}`]
  })
  expect(codes.precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
  expect(codes.recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
})

test('nothing stands beside the code where a mail has one', () => {
  const several = fixtures.flatMap((fixture) => {
    const values = read(fixture).codes.map(({ value }) => value)
    return values.length > 1 ? [`"${fixture.subject}": ${values.join(', ')}`] : []
  })

  expect(several).toEqual(['"Your codes": 771122, 9911', '"Two codes today": 771204, 4812'])
})

test('links are found with their visible text', () => {
  const wanted = fixtures.map(({ links = [] }) => links.map((link) => link.join(' → ')))
  const found = fixtures.map((fixture) => read(fixture).links.map(({ text, href }) => `${text} → ${href}`))

  const links = score(wanted, found)
  told('links', links)

  expect(links.precision).toBeGreaterThanOrEqual(0.98)
  expect(links.recall).toBeGreaterThanOrEqual(0.95)
})
