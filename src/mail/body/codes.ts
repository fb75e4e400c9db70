// One-time codes that a person is asked to type, found in visible text by the words around them.

import type { Code } from '../../model/facts.js'
import type { CollectedFields } from '../headers/field-collector.js'
import { bodyOf } from '../headers/header-facts.js'
import { limits } from '../limits.js'
import { collapseSpace } from '../normalise.js'
import { bargain, codeWords, linkAfter, linkBefore, typeIn } from './code-words.js'

export interface CodeSources {
  readonly header: CollectedFields
  readonly subject: string
  /** visible texts of the message */
  readonly texts: readonly string[]
}

interface Word {
  readonly kind: 'other' | 'strong' | 'weak'
  readonly start: number
  readonly end: number
}

/** codes stand near the top; further text is not searched */
const searchedCharacters = 64 * 1024
const reachBefore = 120
const reachBeforeOwnLine = 300
const reachAfter = 70
const leastConfidence = 0.5

// digits, also in groups; capitals and digits mixed, also in groups; small letters only mixed with digits
const candidate =
  /(?<![\p{L}\p{N}_.,:/@#&=%+€$£¥₹-])(?:[A-Z]-)?(\d{3}[ \u00a0-]\d{3,4}|\d{2}(?:[ \u00a0-]\d{2}){2,3}|\d(?:[ \u00a0]\d){3,7}|\d{4,8}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{4,10}|[A-Z\d]{3,5}-[A-Z\d]{3,5}|(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{5,10})(?![\p{L}\p{N}_@%€$£¥₹=]|[-/:.,]\p{N}|[ \u00a0]?(?:€|\$|£|EUR|USD|GBP|CHF|PLN|kr\b|zł|円|元|원)|[ \u00a0]\d)/gu
const unitBehind =
  /^[ \u00a0-]?(?:min(?:ute)?s?|minut\p{L}*|hours?|hrs?|stunden?|days?|tagen?|sec(?:ond)?s?|people|items?|points?|km|kg|mb|gb|px|pm|am|uhr|street|st\.|ave|avenue|road|分|時間|小时|分钟|분|年|月|日)(?!\p{L})/iu
const moneyBefore =
  /(?:[€$£¥₹#©+]|\+\d[\d ()-]{0,12}[ -]|\b(?:EUR|USD|GBP|CHF|PLN|Rs\.?|no\.?|nr\.?|№))[ \u00a0]?$/iu

// most mails hold no such word, and are not searched further
const anyWord =
  /code|c[oó]di[gc]|k[oó]o?d|\bcod\b|\bpin\b|\botp\b|\b[2m]fa\b|\bm?tan\b|pass|contraseña|clave|senha|κωδ|код|пароль|コード|番号|パスワード|[码碼密]|코드|번호|कोड|ओटीपी|رمز|كود|קוד|รหัส|\bmã\b/i

/** Best first, at most a few. The header `OTP-Token` is certain. */
export function findCodes({ header, subject, texts }: CodeSources): Code[] {
  const token = bodyOf(header.fields, 'otp-token')
  const best = new Map<string, Code>()
  if (token) best.set(token, { value: token, confidence: 1, near: 'OTP-Token' })
  for (const text of [subject, ...texts]) {
    for (const code of codesIn(text.slice(0, searchedCharacters))) {
      const known = best.get(code.value)
      if (!known || known.confidence < code.confidence) best.set(code.value, code)
    }
  }
  const ranked = [...best.values()].sort((a, b) => b.confidence - a.confidence)
  const top = ranked[0]?.confidence ?? 0
  return ranked.filter(({ confidence }) => confidence >= top - 0.3).slice(0, limits.codes)
}

function codesIn(text: string): Code[] {
  if (!anyWord.test(text)) return []
  const masked = text.includes('://') || text.includes('@') ? maskAddresses(text) : text
  const words = wordsIn(masked)
  if (!words.some(({ kind }) => kind !== 'other')) return []
  const codes: Code[] = []
  let at = 0
  for (const match of masked.matchAll(candidate)) {
    const shown = match[1] ?? ''
    const start = match.index + match[0].length - shown.length
    while ((words[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1
    const confidence = judge({ text: masked, shown, start, before: words[at - 1], after: words[at] })
    if (confidence < leastConfidence) continue
    codes.push({ value: plainValue(shown), confidence, near: around(text, start, shown.length) })
    if (codes.length > 100) break
  }
  return codes
}

/** Addresses of the web and of people become blanks of the same length. */
function maskAddresses(text: string): string {
  return text.replace(/\bhttps?:\/\/\S{1,4096}|\S{1,256}@\S{1,256}/g, (found) => ' '.repeat(found.length))
}

function wordsIn(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(codeWords)) {
    const kind = match[1] !== undefined ? 'other' : match[3] !== undefined ? 'weak' : 'strong'
    found.push({ kind, start: match.index, end: match.index + match[0].length })
    if (found.length > 5000) break
  }
  return found
}

interface Candidate {
  readonly text: string
  readonly shown: string
  readonly start: number
  readonly before: Word | undefined
  readonly after: Word | undefined
}

/** How sure it is that the candidate is a code; 0 when it is certainly something else. */
function judge({ text, shown, start, before, after }: Candidate): number {
  const end = start + shown.length
  if (
    unitBehind.test(text.slice(end, end + 16)) ||
    moneyBefore.test(text.slice(Math.max(0, start - 16), start))
  )
    return 0
  const ownLine =
    /(?:^|\n)[ \t>*]*$/.test(text.slice(Math.max(0, start - 8), start)) &&
    /^[ \t.*]*(?:\n|\r|$)/.test(text.slice(end, end + 8))
  const score = Math.max(
    scoreBefore(text, { start, word: before, ownLine }),
    scoreAfter(text, { start, end, word: after }),
  )
  const isMixed = /[A-Za-z]/.test(shown)
  if (isMixed && bargain.test(text.slice(Math.max(0, start - 50), end + 50))) return 0
  const isYear = /^(?:19|20)\d\d$/.test(shown)
  const isWeakForm = /^[a-z\d]+$/.test(shown) && !/^\d+$/.test(shown)
  if (isYear || (isWeakForm && !ownLine)) return score >= 0.85 ? score - 0.1 : 0
  return /^[A-Z]+-[A-Z]+$/.test(shown) && !ownLine ? 0 : score
}

function scoreBefore(text: string, at: { start: number; word: Word | undefined; ownLine: boolean }): number {
  const { start, word, ownLine } = at
  if (!word || word.kind === 'other') return 0
  const between = text.slice(word.end, start)
  if (linkBefore.test(between.slice(-60)) && between.length < 60) {
    return word.kind === 'strong' ? 0.97 : ownLine ? 0.92 : 0.88
  }
  if (between.length > (ownLine ? reachBeforeOwnLine : reachBefore)) return 0
  if (ownLine) return word.kind === 'strong' ? 0.95 : 0.85
  const isSameSentence = !/[.!?。]\s|\n/.test(between)
  if (word.kind === 'strong') return isSameSentence ? 0.75 : 0.55
  return isSameSentence ? 0.55 : 0
}

function scoreAfter(text: string, at: { start: number; end: number; word: Word | undefined }): number {
  const { start, end, word } = at
  if (!word || word.kind === 'other' || word.start - end > reachAfter) return 0
  const between = text.slice(end, word.start)
  if (linkAfter.test(between)) return word.kind === 'strong' ? 0.96 : 0.86
  const isTyped = typeIn.test(text.slice(Math.max(0, start - 24), start))
  if (/[.!?。]\s|\n/.test(between)) return isTyped && word.kind === 'strong' ? 0.7 : 0
  return word.kind === 'strong' || isTyped ? 0.7 : 0.5
}

/** Digits in groups are typed without the blanks between them. */
function plainValue(shown: string): string {
  return /^[\d \u00a0-]+$/.test(shown) ? shown.replace(/[ \u00a0-]/g, '') : shown
}

function around(text: string, start: number, length: number): string {
  return collapseSpace(text.slice(Math.max(0, start - 60), start + length + 40))
}
