// Regular expressions of users: RE2 syntax on an engine whose time grows with the text only.

import { RE2JS } from 're2js'
import { badMember } from './bad-criteria.js'

const maxCharacters = 500
// Steps per character of text grow with the program; `a{1000}` alone makes 1,000 instructions.
const maxInstructions = 1000
// Repeats are written out when a pattern is compiled, before its size is known.
const maxRepeats = 1000
const maxUnits = 256 * 1024

const maxPatterns = 50

/**
 * Compiling takes milliseconds per pattern, so that a request may bring only so many.
 * @param request what came from outside, of any shape and depth
 * @throws MailholdError `badInput`
 */
export function refuseManyPatterns(request: unknown): void {
  const open: unknown[] = [request]
  let patterns = 0
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    for (const [name, member] of Object.entries(value)) {
      if (name === 'matches') patterns += 1
      else if (typeof member === 'object') open.push(member)
    }
  }
  if (patterns > maxPatterns)
    throw badMember('', `at most ${maxPatterns} patterns in one request, got ${patterns}`)
}

/** What a pattern sees of a value, in UTF-16 units: a bound on its time. */
export const seenByPattern = (value: string): string =>
  value.length > maxUnits ? value.slice(0, maxUnits) : value

/**
 * A test for texts in which the pattern is found anywhere; `.` does not match line ends, as in RE2.
 * @throws MailholdError `badInput` with the position of the mistake in the pattern
 */
export function patternTest(pattern: string, ignoreCase: boolean, path: string): (value: string) => boolean {
  if (pattern.length > maxCharacters) {
    throw badMember(path, `a pattern has at most ${maxCharacters} characters, this one ${pattern.length}`)
  }
  if (repeatsIn(pattern) > maxRepeats) throw tooLarge(path)
  const compiled = compile(pattern.normalize(), ignoreCase, path)
  if (compiled.programSize() > maxInstructions) {
    throw badMember(
      path,
      'the repeats of this pattern make it too large; use smaller counts, or * or + instead',
    )
  }
  return (value) => compiled.test(seenByPattern(value))
}

/** UTF-16 units that are searched for a place, which is only shown. */
const maxSearched = 20_000

/** Where a pattern that was accepted is first found; `undefined` beyond the beginning of a huge value. */
export function patternPlace(pattern: string, ignoreCase: boolean, value: string): number | undefined {
  const matcher = compile(pattern.normalize(), ignoreCase, '').matcher(value.slice(0, maxSearched))
  return matcher.find() ? matcher.start() : undefined
}

const tooLarge = (path: string): Error =>
  badMember(path, 'the repeats of this pattern make it too large; use smaller counts, or * or + instead')

/** All counts together: 12 for `a{2}b{5,10}`. */
function repeatsIn(pattern: string): number {
  const counts = [...pattern.matchAll(/\{(\d{1,4})(?:,(\d{0,4}))?\}/g)]
  return counts.reduce((sum, [, least, most]) => sum + Math.max(Number(least), Number(most ?? 0)), 0)
}

function compile(pattern: string, ignoreCase: boolean, path: string): RE2JS {
  const flags = ignoreCase ? RE2JS.CASE_INSENSITIVE : 0
  try {
    return RE2JS.compile(pattern, flags)
  } catch (error) {
    const mistake = mistakeOf(error)
    const position = positionOf(mistake, pattern)
    const remedy = /^\(\?<?[=!]/.test(mistake.piece) ? ' (RE2 has no look-around; add not: {matches: …})' : ''
    const what = mistake.piece === '' ? mistake.reason : `${mistake.reason} "${mistake.piece}"`
    throw badMember(path, `this is no RE2 pattern: ${what} at character ${position + 1}${remedy}`, {
      position,
    })
  }
}

/** The engine tells the reason and the piece of the pattern that it stumbled over, but not where. */
interface Mistake {
  readonly reason: string
  readonly piece: string
}

function mistakeOf(error: unknown): Mistake {
  if (!(error instanceof Error) || !('error' in error)) throw error
  const piece = 'input' in error && typeof error.input === 'string' ? error.input : ''
  return { reason: String(error.error), piece }
}

/** Where the piece first stands that makes what comes before it wrong in the same way. */
function positionOf({ reason, piece }: Mistake, pattern: string): number {
  if (reason === 'missing closing )') return lastOpenParenthesis(pattern)
  if (piece === '') return Math.max(0, pattern.length - 1)
  let at = pattern.indexOf(piece)
  for (let tries = 0; at >= 0 && tries < 5; tries += 1) {
    if (isMistaken(pattern.slice(0, at + piece.length), reason)) return at
    at = pattern.indexOf(piece, at + 1)
  }
  return Math.max(0, pattern.lastIndexOf(piece))
}

function isMistaken(pattern: string, reason: string): boolean {
  try {
    RE2JS.compile(pattern)
    return false
  } catch (error) {
    return mistakeOf(error).reason === reason
  }
}

/** Of the parentheses that are never closed, the last; characters behind `\\` and within `[…]` are none. */
function lastOpenParenthesis(pattern: string): number {
  const open: number[] = []
  for (const { 0: piece, index } of pattern.matchAll(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[()]/g)) {
    if (piece === '(') open.push(index)
    if (piece === ')') open.pop()
  }
  return open.at(-1) ?? 0
}
