// What was asked for is not in the mail at all, or under another name.

import { nearestName } from '../../../model/nearest.js'
import type { Subject } from '../../../query/subject.js'
import { quoted } from '../../visible.js'
import type { CriterionHint } from '../criterion-hint.js'

export const noAttachments: CriterionHint = {
  name: 'noAttachments',
  tell: ({ criterion, subject }) =>
    criterion.field === 'attachment' && subject.facts.attachments.length === 0 && criterion.expected !== false
      ? 'this mail has no attachments; was the file added before the mail was sent?'
      : undefined,
}

export const otherHeader: CriterionHint = {
  name: 'otherHeader',
  tell: ({ criterion, values, subject }) => {
    if (criterion.field !== 'header' || values.length > 0 || criterion.expected === false) return undefined
    const name = criterion.path.slice('header.'.length)
    const nearest = nearestName(
      name,
      subject.facts.headers.slice(0, 200).map((header) => header.name),
    )
    return `this mail has no header field ${quoted(name)}${nearest === undefined ? '' : `; it has ${quoted(nearest)}`}`
  },
}

const isEmpty = ({ bodies }: Subject): boolean => bodies.text === '' && !bodies.html

export const noBody: CriterionHint = {
  name: 'noBody',
  tell: ({ criterion, subject }) =>
    ['body', 'text', 'html'].includes(criterion.field) && isEmpty(subject) && criterion.expected !== false
      ? 'this mail is empty: it has neither text nor HTML'
      : undefined,
}

export const noHtml: CriterionHint = {
  name: 'noHtml',
  tell: ({ criterion, subject }) =>
    criterion.field === 'html' && subject.bodies.html === undefined && criterion.expected !== false
      ? 'this mail has no HTML'
      : undefined,
}

export const noText: CriterionHint = {
  name: 'noText',
  tell: ({ criterion, subject }) =>
    criterion.field === 'text' && subject.bodies.text === '' && criterion.expected !== false
      ? 'this mail is HTML only; it has no text part'
      : undefined,
}

export const wrongSize: CriterionHint = {
  name: 'wrongSize',
  tell: ({ criterion, values }) => {
    const [actual, expected] = [Number(values[0]), criterion.expected]
    if (typeof expected !== 'number' || values.length !== 1) return undefined
    const off = Math.abs(actual - expected)
    return `${off} ${off === 1 ? 'octet' : 'octets'} too ${actual > expected ? 'large' : 'small'}`
  },
}
