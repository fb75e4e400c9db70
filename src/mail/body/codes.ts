// One-time codes that a person is asked to type, found in visible text by the words around them.

import type { Code } from '../../model/facts.js'
import type { CollectedFields } from '../headers/field-collector.js'
import { bodyOf } from '../headers/header-facts.js'
import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import { type CodeCandidate, nextCandidate, plainValue } from './code-candidates.js'
import { type CodeHead, codeHeads, mayHoldHeads } from './code-heads.js'
import { bargain, evidence, linkAfter, linkBefore, ownedBefore, purposes, typeIn } from './code-words.js'

export interface CodeSources {
  readonly header: CollectedFields
  readonly subject: string
  /** visible texts of the message */
  readonly texts: readonly string[]
}

/** codes stand near the top; further text is not searched */
const searchedCharacters = 64 * 1024
const reachBefore = 120
const reachBeforeOwnLine = 300
const reachAfter = 70
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
  const isSpokenOf = bodies.some(({ heads }) => heads.some(({ kind }) => kind === 'strong'))
  const found = [
    ...codesIn(first, { hasEvidence, isSubjectOfCode: isSpokenOf }),
    ...bodies.flatMap((body) => codesIn(body, { hasEvidence, isSubjectOfCode: false })),
  ]
  for (const code of found) {
    const known = best.get(code.value)
    if (!known || known.confidence < code.confidence) best.set(code.value, code)
  }
  const ranked = [...best.values()].sort((a, b) => b.confidence - a.confidence)
  const top = ranked[0]?.confidence ?? 0
  return ranked.filter(({ confidence }) => confidence >= top - 0.3).slice(0, limits.codes)
}

interface ReadText {
  /** web and mail addresses blanked */
  readonly masked: string
  readonly heads: readonly CodeHead[]
}

/** What the rest of the mail says. */
interface Surroundings {
  readonly hasEvidence: boolean
  /** this is the subject, and the body speaks of a code */
  readonly isSubjectOfCode: boolean
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

function codesIn({ masked, heads }: ReadText, surroundings: Surroundings): Code[] {
  const codes: Code[] = []
  let at = 0
  let from = 0
  for (const [windowStart, windowEnd] of windows(masked, heads)) {
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

/** Where codes may stand: near to their words; a short text as a subject is searched whole. */
function windows(text: string, heads: readonly CodeHead[]): (readonly [start: number, end: number])[] {
  if (text.length <= shortText) return [[0, text.length]]
  return heads
    .filter(({ kind }) => kind !== 'other')
    .map(({ start, end }) => [start - reachAfter - 24, end + reachBeforeOwnLine])
}

interface Place extends Surroundings {
  readonly text: string
  readonly heads: readonly CodeHead[]
  /** the first head behind the candidate */
  readonly at: number
}

/** How sure it is that the candidate is a code; 0 when it is certainly something else. */
function judge(candidate: CodeCandidate, place: Place): number {
  const { start, end, shown, isDoubtful } = candidate
  const lead = place.text.slice(Math.max(0, start - 48), start)
  if (ownedBefore.test(lead)) return 0
  const nearby = place.text.slice(Math.max(0, start - 50), end + 50)
  if (/[A-Za-z]/.test(shown) && bargain.test(nearby)) return 0
  const score = Math.max(
    scoreBefore(candidate, place),
    scoreAfter(candidate, place),
    scoreAlone(candidate, { ...place, lead }),
  )
  if (isDoubtful) return score >= 0.85 ? score - 0.1 : 0
  return score
}

/** By the nearest word before it. One of another kind claims what it is linked with. */
function scoreBefore(candidate: CodeCandidate, { text, heads, at, hasEvidence }: Place): number {
  const { start, isOwnLine } = candidate
  let index = at - 1
  const nearest = heads[index]
  if (nearest?.kind === 'other' && linkBefore.test(text.slice(nearest.end, start).slice(-60))) return 0
  while (heads[index]?.kind === 'other') index -= 1
  const head = heads[index]
  if (!head || start - head.end > (isOwnLine ? reachBeforeOwnLine : reachBefore)) return 0
  const between = text.slice(head.end, start)
  const isLinked = between.length < 60 && linkBefore.test(between)
  if (head.kind === 'named' && !hasEvidence) return 0
  if (head.kind !== 'strong') {
    if (isLinked) return 0.88
    if (!hasEvidence) return 0
    return isOwnLine ? 0.85 : isLed(between) ? 0.8 : 0
  }
  if (isLinked) return 0.97
  if (isOwnLine) return 0.95
  if (isLed(between)) return 0.93
  return isOneSentence(between) ? 0.75 : 0
}

/** By the nearest word behind it. */
function scoreAfter(candidate: CodeCandidate, { text, heads, at, hasEvidence }: Place): number {
  const { start, end, isOwnLine } = candidate
  const head = heads[at]
  if (!head || head.kind === 'other' || head.start - end > reachAfter) return 0
  if (head.kind === 'named' && !hasEvidence) return 0
  const between = text.slice(end, head.start)
  const isStrong = head.kind === 'strong'
  if (linkAfter.test(between) && isOneSentence(between)) return isStrong ? 0.96 : 0.86
  // alone in a line, and the next one speaks of it: `This is your code`, `Enter the code above`
  if (isOwnLine && isOneSentence(between.trimStart())) return isStrong ? 0.8 : hasEvidence ? 0.7 : 0
  if (!isStrong) return 0
  return typeIn.test(text.slice(Math.max(0, start - 24), start)) ? 0.75 : 0
}

/** Without any such word: "Use 61920385 to sign in", or a subject that is little but the code. */
function scoreAlone(
  { start, end }: CodeCandidate,
  { text, lead, isSubjectOfCode }: Place & { readonly lead: string },
): number {
  const behind = text.slice(end, end + 40)
  const isTyped = typeIn.test(lead.slice(-24)) && purposes.test(behind.split(/[.!?。\n]/, 1)[0] ?? '')
  if (isTyped) return 0.8
  const endsSubject = behind.trim() === '' && /(?:^|[:：–—-])\s*$/.test(text.slice(0, start))
  return isSubjectOfCode && endsSubject ? 0.7 : 0
}

/** `…you asked for: 123456` */
function isLed(between: string): boolean {
  return /[:：]\s*$/.test(between) && isOneSentence(between.trimEnd())
}

function isOneSentence(between: string): boolean {
  return !/[.!?。]\s|[。！？\n]/.test(between)
}

function around(text: string, { start, end }: CodeCandidate): string {
  return collapseSpace(text.slice(Math.max(0, start - 60), end + 40))
}
