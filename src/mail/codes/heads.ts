// Where a text speaks of codes, and of which kind.

import { headStems, onceOnly, otherPurposes, plainBefore, purposes, stemStarts } from './words.js'

/**
 * `strong`: a code to be typed in, by its name; `plain`: "your code" with nothing said; `named`: a code with some name that we do not know;
 * `other`: a code that is none for us, as of a discount or a bank.
 */
export interface CodeHead {
  readonly kind: 'strong' | 'plain' | 'named' | 'other'
  readonly start: number
  readonly end: number
}

const stemsSearched = 2000
/** the longest compound that is looked at, as in `Registrierungsbestätigungscode` */
const longestPart = 30
/** where a phrase ends that a head belongs to */
const phraseEnd = /[\n.:;,!?。、：！？()（）【】[\]“”«»]/u
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether it is worth while to look closer. */
export function mayHoldHeads(text: string): boolean {
  stemStarts.lastIndex = 0
  return stemStarts.test(text)
}

/** In order; stems inside other words (`decode`, `Kodak`) are left out. */
export function codeHeads(text: string): CodeHead[] {
  const heads: CodeHead[] = []
  let end = 0
  stemStarts.lastIndex = 0
  for (let searched = 0; searched < stemsSearched; searched += 1) {
    const at = stemStarts.exec(text)?.index
    if (at === undefined) break
    headStems.lastIndex = at
    const stem = headStems.exec(text)
    const start = stem ? wordStart(text, at) : at
    if (!stem || start < end) continue
    end = wordEnd(text, headStems.lastIndex)
    const kind = kindOf(text, { start, end, stem })
    if (kind !== undefined) heads.push({ kind, start, end })
    stemStarts.lastIndex = Math.max(end, stemStarts.lastIndex)
  }
  return heads
}

interface Occurrence {
  readonly start: number
  readonly end: number
  readonly stem: RegExpExecArray
}

function kindOf(text: string, { start, end, stem }: Occurrence): CodeHead['kind'] | undefined {
  const word = text.slice(start, end)
  if (/^(?:de|en|trans)?cod(?:ec|ing|er|ed)|^kod(?:ak|i$)|^episod/i.test(word)) return undefined
  const before = lastWords(text, start)
  const phrase = `${before} ${word} ${nextWords(text, end)}`
  const last = before.split(' ').at(-1) ?? ''
  const isPurposeNear = purposes.test(`${last} ${word}`) && !otherPurposes.test(`${last} ${word}`)
  if (!isPurposeNear && otherPurposes.test(phrase)) return 'other'
  if (stem[2] !== undefined) return onceOnly.test(phrase) ? 'strong' : undefined
  if (stem[1] !== undefined && !/番号|번호/.test(word)) return purposes.test(before) ? 'strong' : undefined
  if (/^(?:passcode|otp|m?tan|2fa|ओटीपी|TAN|PIN)$/i.test(word) && word !== 'pin' && word !== 'tan')
    return 'strong'
  if (purposes.test(phrase)) return 'strong'
  if (start < stem.index) return 'named'
  return last === '' || plainBefore.test(last) ? 'plain' : 'named'
}

function wordStart(text: string, from: number): number {
  const left = text.slice(Math.max(0, from - longestPart), from)
  return from - (/[\p{L}\p{M}]*$/u.exec(left)?.[0].length ?? 0)
}

function wordEnd(text: string, from: number): number {
  return from + (/^[\p{L}\p{M}]*/u.exec(text.slice(from, from + longestPart))?.[0].length ?? 0)
}

/** The two words before, within the phrase. */
function lastWords(text: string, end: number): string {
  const phrase =
    text
      .slice(Math.max(0, end - 60), end)
      .split(phraseEnd)
      .at(-1) ?? ''
  return phrase
    .trim()
    .split(/[\s-]+/)
    .slice(-2)
    .join(' ')
}

/** The three words behind, within the phrase. */
function nextWords(text: string, start: number): string {
  const phrase = text.slice(start, start + 60).split(phraseEnd, 1)[0] ?? ''
  return withoutSpaces.test(phrase) ? '' : phrase.trim().split(/\s+/).slice(0, 4).join(' ')
}
