// The text is in the mail, but not where it was looked for.

import type { Subject } from '../../../query/subject.js'
import { type CriterionHint, type Miss, wouldHold } from '../criterion-hint.js'

interface Place {
  readonly name: string
  readonly of: (subject: Subject) => string
}

const text: Place = { name: 'the text part', of: ({ bodies }) => bodies.text }
const html: Place = { name: 'the HTML', of: ({ bodies }) => `${bodies.html ?? ''}\n${bodies.htmlText ?? ''}` }
const subjectLine: Place = { name: 'the subject', of: ({ facts }) => facts.subject }

const has = (miss: Miss, { of }: Place): boolean =>
  wouldHold(miss, {
    values: [of(miss.subject).replace(/\r\n?/g, '\n')],
    ...(miss.criterion.operator === 'matches' ? {} : { operator: 'contains' as const }),
  })

export const inHtmlNotText: CriterionHint = {
  name: 'inHtmlNotText',
  tell: (miss) => {
    if (miss.criterion.field !== 'text' || !has(miss, html)) return undefined
    return miss.subject.bodies.text === ''
      ? 'this mail is HTML only, and the HTML has it; ask for body or html instead'
      : 'found in the HTML but not in the text part; ask for body or html, or mend the text part of the mail'
  },
}

// What mailers write for characters that mean something in HTML; numbers for any character.
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

const withoutEntities = (source: string): string =>
  source.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (entity, ...groups) => {
    const [decimal, hex, name] = groups.map((group) => (typeof group === 'string' ? group : undefined))
    if (name !== undefined) return entities[name.toLowerCase()] ?? entity
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })

/** `t=1&u=2` where the source has `t=1&amp;u=2`. */
export const entitiesInHtml: CriterionHint = {
  name: 'entitiesInHtml',
  tell: (miss) =>
    miss.criterion.field === 'html' && !wouldHold(miss, {}) && wouldHold(miss, { form: withoutEntities })
      ? 'it is there, but the source of the HTML has entities (&amp; for &); write it as the source does, or ask for link or body'
      : undefined,
}

export const inTextNotHtml: CriterionHint = {
  name: 'inTextNotHtml',
  tell: (miss) => {
    if (miss.criterion.field !== 'html' || !has(miss, text)) return undefined
    return miss.subject.bodies.html === undefined
      ? 'this mail has no HTML, and the text part has it; ask for body or text instead'
      : 'found in the text part but not in the HTML; ask for body or text, or mend the HTML of the mail'
  },
}

export const inSubjectNotBody: CriterionHint = {
  name: 'inSubjectNotBody',
  tell: (miss) =>
    ['body', 'text', 'html'].includes(miss.criterion.field) && has(miss, subjectLine)
      ? 'it stands in the subject, not in the body; ask for subject instead'
      : undefined,
}

export const inBodyNotSubject: CriterionHint = {
  name: 'inBodyNotSubject',
  tell: (miss) =>
    miss.criterion.field === 'subject' && (has(miss, text) || has(miss, html))
      ? 'it stands in the body, not in the subject; ask for body instead'
      : undefined,
}
