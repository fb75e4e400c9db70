// How sure it is that something of a code's form is one, by the words around it.

import type { CodeCandidate } from './candidates.js'
import type { CodeHead } from './heads.js'
import { bargain, linkAfter, linkBefore, ownedBefore, purposes, typeIn } from './words.js'

/** How far from its word a code may stand, in characters. */
export const reach = { before: 120, beforeOwnLine: 300, after: 70 } as const

/** What the rest of the mail says. */
export interface Surroundings {
  readonly where: 'subject' | 'body'
  readonly hasEvidence: boolean
  /** the other of the two speaks of a code */
  readonly isSpokenOf: boolean
}

export interface Place extends Surroundings {
  readonly text: string
  readonly heads: readonly CodeHead[]
  /** the first head behind the candidate */
  readonly at: number
}

/** How sure it is that the candidate is a code; 0 when it is certainly something else. */
export function judge(candidate: CodeCandidate, place: Place): number {
  const { start, end, shown, isDoubtful } = candidate
  const lead = place.text.slice(Math.max(0, start - 48), start)
  if (ownedBefore.test(lead)) return 0
  const nearby = place.text.slice(Math.max(0, start - 50), end + 50)
  if (/[A-Za-z]/.test(shown) && bargain.test(nearby)) return 0
  if (candidate.isWords && !isSetApart(candidate, place)) return 0
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
  if (!head || start - head.end > (isOwnLine ? reach.beforeOwnLine : reach.before)) return 0
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
  if (!head || head.kind === 'other' || head.start - end > reach.after) return 0
  if (head.kind === 'named' && !hasEvidence) return 0
  const between = text.slice(end, head.start)
  const isStrong = head.kind === 'strong'
  if (linkAfter.test(between) && isOneSentence(between)) return isStrong ? 0.96 : 0.86
  // alone in a line, and the next one speaks of it: `This is your code`, `Enter the code above`
  if (isOwnLine && isOneSentence(between.trimStart())) return isStrong ? 0.8 : hasEvidence ? 0.7 : 0
  if (!isStrong) return 0
  return typeIn.test(text.slice(Math.max(0, start - 24), start)) ? 0.75 : 0
}

/** Without any such word near: "Use 61920385 to sign in", or what the subject announces. */
function scoreAlone(
  { start, end, isOwnLine }: CodeCandidate,
  { text, lead, at, where, isSpokenOf, hasEvidence }: Place & { readonly lead: string },
): number {
  const behind = text.slice(end, end + 40)
  if (typeIn.test(lead.slice(-24)) && (isSpokenOf || purposes.test(behind.split(/[.!?。\n]/, 1)[0] ?? '')))
    return 0.8
  if (!isSpokenOf) return 0
  const before = text.slice(0, start)
  if (where === 'body') return isOwnLine && hasEvidence && at === 0 && opensText(before) ? 0.6 : 0
  return behind.trim() === '' && /(?:^|[:：–—-])\s*$/.test(before) ? 0.7 : 0
}

/** Under a subject that speaks of a code: nothing stands before, or a greeting or sentence; a line without its end is a label of something else. */
function opensText(before: string): boolean {
  return (
    before.length < reach.beforeOwnLine && /(?:^|[.,:;!?。、，：！？])[\s>*_|"'“„«([【「『]*$/u.test(before)
  )
}

/** Words are a code (`plain-river-lamp`) only where they are given as one: right behind its name, and with nothing behind them. */
function isSetApart({ shown, start, end, isOwnLine }: CodeCandidate, { text, heads, at }: Place): boolean {
  const head = heads[at - 1]
  if (head?.kind !== 'strong' || start - head.end > reach.before) return false
  const between = text.slice(head.end, start).trimEnd()
  if (!isOneSentence(between)) return false
  const words = shown.split('-')
  if (isOwnLine) return /^$|[:：]$/.test(between) && (words.length > 2 || isDrawn(words))
  return (
    /[:：]["'“*]*$/.test(between) && words.length > 2 && /^["'”*.]*\s*(?:\n|$)/.test(text.slice(end, end + 8))
  )
}

/** Letters drawn by chance come in groups of one length; words of a language seldom do. */
function isDrawn([first = '', ...others]: readonly string[]): boolean {
  return first.length > 3 && others.every(({ length }) => length === first.length)
}

/** `…you asked for: 123456` */
function isLed(between: string): boolean {
  return /[:：]\s*$/.test(between) && isOneSentence(between.trimEnd())
}

function isOneSentence(between: string): boolean {
  return !/[.!?。]\s|[。！？\n]/.test(between)
}
