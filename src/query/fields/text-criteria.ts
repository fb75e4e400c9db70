// Criteria on what a person reads: subject, body, text, html.

import { collapsed, unixLines } from '../criteria/comparable.js'
import type { Criterion } from '../criteria/criterion.js'
import { isPlain } from '../criteria/plain.js'
import { hasWords } from '../fold-words.js'
import type { SubjectBodies } from '../subject.js'
import type { Condition } from '../syntax.js'
import { type FieldOfCriteria, textAspect } from './criterion-field.js'

export const subject: FieldOfCriteria = {
  name: 'subject',
  aspect: textAspect({ of: 'subject', bare: 'equals', prepare: collapsed, isNeverEmpty: true }),
  items: ({ facts }) => present([collapsed(facts.subject)]).map((text) => ({ subject: [text] })),
  narrow: narrowSubject,
}

export const body = bodyField('body', ({ text: plain, htmlText }) => [plain, htmlText])
export const text = bodyField('text', ({ text: plain }) => [plain])
export const html = bodyField('html', ({ html: source, htmlText }) => [source, htmlText])

type Bodies = Readonly<Record<keyof SubjectBodies, string>>

/** A body is one value, in all the forms that are given; it is there if one of them has any text. */
function bodyField(
  name: 'body' | 'text' | 'html',
  forms: (bodies: Bodies) => readonly string[],
): FieldOfCriteria {
  return {
    name,
    aspect: textAspect({ of: 'body', bare: 'contains', prepare: unixLines }),
    items: ({ bodies }) => {
      const texts = present(forms(comparable(bodies)))
      return texts.length === 0 ? [] : [{ body: texts }]
    },
  }
}

/** Bodies can be huge; three fields look at them and each is made ready once. */
const ready = new WeakMap<SubjectBodies, Bodies>()

function comparable(bodies: SubjectBodies): Bodies {
  const known = ready.get(bodies)
  if (known) return known
  const made = {
    text: unixLines(bodies.text),
    html: unixLines(bodies.html ?? ''),
    htmlText: unixLines(bodies.htmlText ?? ''),
  }
  ready.set(bodies, made)
  return made
}

const present = (texts: readonly string[]): readonly string[] => texts.filter((one) => one !== '')

/** Words that stand whole within the text: what begins or ends outside of it may be a piece of a longer word. */
function narrowSubject({ operator, expected }: Criterion): readonly Condition[] {
  const open = openEnds[operator]
  if (typeof expected !== 'string' || !open) return []
  const pieces = collapsed(expected).split(' ')
  const whole = pieces.slice(open.start ? 1 : 0, open.end ? -1 : undefined)
  return runsOf(whole).map((words) => ({ field: 'subject', words, prefix: false }))
}

const openEnds: Readonly<Partial<Record<Criterion['operator'], { start: boolean; end: boolean }>>> = {
  equals: { start: false, end: false },
  startsWith: { start: false, end: true },
  endsWith: { start: true, end: false },
  contains: { start: true, end: true },
}

/** Neighbouring pieces that every store cuts into the same words. */
function runsOf(pieces: readonly string[]): readonly string[] {
  const marked = pieces.map((piece) => (isPlain(piece) ? piece : '\n')).join(' ')
  return marked
    .split('\n')
    .map((run) => run.trim())
    .filter(hasWords)
}
