// Links and codes that are nearly there.

import { quoted } from '../../visible.js'
import { type CriterionHint, expectedText } from '../criterion-hint.js'

export const noLinks: CriterionHint = {
  name: 'noLinks',
  tell: ({ criterion, subject }) =>
    criterion.field === 'link' && subject.facts.links.length === 0
      ? 'this mail has no links at all'
      : undefined,
}

/** Members of `link` must hold for one link; here each holds for a different one. */
export const differentLinks: CriterionHint = {
  name: 'differentLinks',
  tell: (miss) => {
    const { criterion, subject } = miss
    const [field, member] = criterion.path.split('.')
    const expected = expectedText(miss)?.toLowerCase()
    if (field !== 'link' || expected === undefined || (member !== 'href' && member !== 'text'))
      return undefined
    const other = subject.facts.links.find((link) => link[member].toLowerCase().includes(expected))
    return (
      other &&
      `another link has it: ${quoted(other.text)} → ${quoted(other.href)}; text and href must be those of one link`
    )
  },
}

export const partOfHref: CriterionHint = {
  name: 'partOfHref',
  tell: (miss) => {
    const expected = expectedText(miss)
    if (miss.criterion.path !== 'link' || !expected) return undefined
    const link = miss.subject.facts.links.find(({ href }) =>
      href.toLowerCase().includes(expected.toLowerCase()),
    )
    return (
      link &&
      `a link goes to ${quoted(link.href)}; a bare text means the whole href, use {href: {contains: …}}`
    )
  },
}

export const notSeenAsCode: CriterionHint = {
  name: 'notSeenAsCode',
  tell: (miss) => {
    const expected = expectedText(miss)
    if (miss.criterion.field !== 'code' || !expected || !miss.subject.facts.visibleText.includes(expected))
      return undefined
    return 'it stands in the text but is not taken for a code, as no word such as code or PIN is near; ask for body instead'
  },
}

export const noCodes: CriterionHint = {
  name: 'noCodes',
  tell: ({ criterion, subject }) =>
    criterion.field === 'code' && subject.facts.codes.length === 0
      ? 'no code was found in this mail'
      : undefined,
}
