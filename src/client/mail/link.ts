// The one link of a mail that a test means.

import type { Link } from '../../wire/message.js'
import { NotInMail } from '../errors.js'
import { isRegExp } from '../realm.js'
import { checkChoice, finds, inWords, type Words } from './choice.js'
import { quoted, sentenceOf } from './words.js'

export interface LinkMembersChoice {
  /** contained in what a person sees, case ignored; or a pattern */
  readonly text?: Words
  /** the whole of where it goes; or a pattern */
  readonly href?: Words
}

/** A bare string or pattern is about what a person sees of the link; a string may be the whole of where it goes, too. */
export type LinkChoice = Words | LinkMembersChoice

/**
 * Where the link goes. Links that go to the same place count once, and one whose text is the same wins over those that
 * contain it. Without a choice: the only link there is.
 * @throws NotInMail where there is none, or several; TypeError for what is no choice
 */
export function chooseLink(links: readonly Link[], choice: LinkChoice = {}): string {
  checkChoice(choice, { thing: 'a link', members: ['text', 'href'] })
  const fitting = links.filter((link) => fits(link, choice))
  const text = typeof choice === 'string' || isRegExp(choice) ? choice : choice.text
  const same = fitting.filter((link) => typeof text === 'string' && folded(link.text) === folded(text))
  const places = new Set((same.length > 0 ? same : fitting).map(({ href }) => href))
  const [first] = places
  if (first !== undefined && places.size === 1) return first
  const listed = (places.size > 1 ? fitting : links).map(
    (link) => `${quoted(link.text)} ${quoted(link.href)}`,
  )
  throw new NotInMail(sentenceOf({ things: 'links', choice: inWords(choice), found: places.size, listed }))
}

function fits({ text, href }: Link, choice: LinkChoice): boolean {
  if (typeof choice === 'string') return sees(text, choice) || href === choice
  if (isRegExp(choice)) return finds(choice, text)
  const isText = choice.text === undefined || sees(text, choice.text)
  const { href: place } = choice
  return isText && (place === undefined || (isRegExp(place) ? finds(place, href) : href === place))
}

const sees = (text: string, wanted: Words): boolean =>
  isRegExp(wanted) ? finds(wanted, text) : folded(text).includes(folded(wanted))

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
