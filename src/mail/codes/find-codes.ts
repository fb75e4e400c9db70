// One-time codes that a person is asked to type, found in visible text by the words around them.

import type { Code } from '../../model/facts.js'
import type { CollectedFields } from '../headers/field-collector.js'
import { bodyOf } from '../headers/header-facts.js'
import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import { type CodeCandidate, nextCandidate, plainValue } from './candidates.js'
import { type CodeHead, codeHeads, mayHoldHeads } from './heads.js'
import { judge, reach, type Surroundings } from './score.js'
import { evidence, purposes } from './words.js'

export interface CodeSources {
  readonly header: CollectedFields
  readonly subject: string
  /** visible texts of the message */
  readonly texts: readonly string[]
}

/** codes stand near the top; further text is not searched */
const searchedCharacters = 64 * 1024
const leastConfidence = 0.5
/** how many words of codes are asked for evidence */
const headsTrusted = 20
const codesKept = 100
const shortText = 300

/** Best first, at most a few. The header `OTP-Token` is certain. */
export function findCodes({ header, subject, texts }: CodeSources): Code[] {
  const token = bodyOf(header.fields, 'otp-token')
  const best = new Map<string, Code>()
  if (token) best.set(token, { value: token, confidence: 1, near: 'OTP-Token' })
  const read = [subject, ...texts].map(readText)
  const [first, ...bodies] = read
  const hasHeads = read.some(({ heads }) => heads.length > 0)
  if (!first || (!hasHeads && !purposes.test(subject))) return [...best.values()]
  const hasEvidence = read.some(isEvidence)
  const found = [
    ...codesIn(first, { where: 'subject', hasEvidence, isSpokenOf: bodies.some(speaksOfCode) }),
    ...bodies.flatMap((body) =>
      codesIn(body, { where: 'body', hasEvidence, isSpokenOf: speaksOfCode(first) }),
    ),
  ]
  for (const code of found) {
    const known = best.get(code.value)
    if (!known || known.confidence < code.confidence) best.set(code.value, code)
  }
  const ranked = [...best.values()].sort((a, b) => rank(b) - rank(a))
  const top = ranked[0]?.confidence ?? 0
  return ranked.filter(({ confidence }) => confidence >= top - 0.3).slice(0, limits.codes)
}

/** Of two that are as good as equal the one of six digits comes first: so are most. */
function rank({ value, confidence }: Code): number {
  return /^\d{6}$/.test(value) ? confidence + 0.05 : confidence
}

function speaksOfCode({ heads }: ReadText): boolean {
  return heads.some(({ kind }) => kind === 'strong')
}

interface ReadText {
  /** web and mail addresses blanked */
  readonly masked: string
  readonly heads: readonly CodeHead[]
}

function readText(whole: string): ReadText {
  const text = whole.length > searchedCharacters ? whole.slice(0, searchedCharacters) : whole
  if (!mayHoldHeads(text)) return { masked: text, heads: [] }
  const masked = maskAddresses(text)
  return { masked, heads: codeHeads(masked) }
}

/** Addresses of the web and of people become blanks of the same length. */
function maskAddresses(text: string): string {
  let masked = ''
  let done = 0
  for (const { index } of text.matchAll(/@|:\/\//g)) {
    if (index < done) continue
    const left = text.slice(Math.max(done, index - 256), index)
    const lead = (text[index] === '@' ? /\S*$/ : /[a-z]*$/i).exec(left)?.[0].length ?? 0
    const tail = /^\S*/.exec(text.slice(index, index + 4096))?.[0].length ?? 0
    masked += text.slice(done, index - lead) + ' '.repeat(lead + tail)
    done = index + tail
  }
  return done === 0 ? text : masked + text.slice(done)
}

/** What stands near to the words of codes, or at the top, bids to type or to keep quiet. */
function isEvidence({ masked, heads }: ReadText): boolean {
  if (evidence.test(masked.slice(0, 200))) return true
  return heads
    .filter(({ kind }) => kind !== 'other')
    .slice(0, headsTrusted)
    .some(({ start, end }) => evidence.test(masked.slice(Math.max(0, start - 200), end + 300)))
}

function codesIn(read: ReadText, surroundings: Surroundings): Code[] {
  const { heads } = read
  // a text without such words was not worth it before
  const masked = heads.length > 0 ? read.masked : maskAddresses(read.masked)
  const codes: Code[] = []
  let at = 0
  let from = 0
  for (const [windowStart, windowEnd] of windows(masked, heads, surroundings)) {
    from = Math.max(from, windowStart)
    for (
      let found = nextCandidate(masked, from, windowEnd);
      found;
      found = nextCandidate(masked, from, windowEnd)
    ) {
      from = found.end
      while ((heads[at]?.end ?? Number.POSITIVE_INFINITY) <= found.start) at += 1
      const confidence = judge(found, { text: masked, heads, at, ...surroundings })
      if (confidence < leastConfidence) continue
      codes.push({ value: plainValue(found.shown), confidence, near: around(masked, found) })
      if (codes.length >= codesKept) return codes
    }
    from = Math.max(from, windowEnd)
  }
  return codes
}

/** Where codes may stand: near to their words; a short text as a subject is searched whole. In order. */
function windows(
  text: string,
  heads: readonly CodeHead[],
  { isSpokenOf }: Surroundings,
): (readonly [start: number, end: number])[] {
  if (text.length <= shortText) return [[0, text.length]]
  const nearHeads = heads
    .filter(({ kind }) => kind !== 'other')
    .map(({ start, end }) => [start - reach.after - 24, end + reach.beforeOwnLine] as const)
  // the subject stands right before the text
  return isSpokenOf ? [[0, reach.beforeOwnLine], ...nearHeads] : nearHeads
}

function around(text: string, { start, end }: CodeCandidate): string {
  return collapseSpace(text.slice(Math.max(0, start - 60), end + 40))
}
