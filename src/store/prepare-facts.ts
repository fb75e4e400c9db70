// Facts made ready to be stored, in the thread that found them: what travels on to the writer is small and flat.

import type { Address, MailFacts } from '../model/facts.js'
import { addressesOf, encodeAddresses, type ListedAddresses } from './addresses.js'
import { packJson } from './codec.js'
import * as facet from './facets.js'
import { spaced } from './words.js'

/** Addresses of one kind, and header names, by which one message is found. Keeps the index row of hostile mail small. */
const indexedAtMost = 2_000

/** The facts of one message as the store takes them; `prepareFacts` makes them. */
export interface PreparedFacts {
  /** all of them, for whoever asks for the whole message; the buffer holds nothing else and may be handed over */
  readonly packed: Uint8Array<ArrayBuffer>
  readonly subject: string
  readonly snippet: string
  readonly date?: number
  /** as lists show them */
  readonly addresses: string
  readonly attachmentCount: number
  readonly problemCount: number
  /** the words by which the message is found */
  readonly words: SearchWords
}

/** One text for each column of the index. */
export interface SearchWords {
  readonly subject: string
  readonly addresses: string
  readonly filenames: string
  readonly body: string
  readonly facets: string
}

/**
 * Pure, and all that is costly about storing facts.
 * @param recipients addresses of the envelope, in order
 */
export function prepareFacts(facts: MailFacts, recipients: readonly string[]): PreparedFacts {
  const all = addressesOf(facts, recipients)
  return {
    packed: packJson(facts),
    subject: facts.subject,
    snippet: facts.snippet,
    ...(facts.date !== undefined && { date: facts.date }),
    addresses: encodeAddresses(all),
    attachmentCount: facts.attachments.length,
    problemCount: facts.problems.length,
    words: wordsOf(facts, all),
  }
}

function wordsOf(facts: MailFacts, all: ListedAddresses): SearchWords {
  const spelled = [...all.from, ...all.to, ...all.cc, ...all.bcc, ...all.replyTo].slice(0, indexedAtMost)
  const recipients = all.recipients.slice(0, indexedAtMost)
  const filenames = facts.attachments.slice(0, indexedAtMost).map(({ filename }) => filename)
  return {
    subject: spaced(facts.subject),
    addresses: spaced(
      [...spelled.map(({ name, address }) => `${name} ${address}`), ...recipients].join(' \n'),
    ),
    filenames: spaced(filenames.join(' \n')),
    body: spaced(facts.visibleText),
    facets: [...facetsOf(facts, all)].join(' '),
  }
}

function* facetsOf(facts: MailFacts, all: ListedAddresses): Iterable<string> {
  yield facet.everyMessage
  if (facts.attachments.length > 0) yield facet.withAttachment
  if (facts.messageId !== undefined) yield facet.messageIdFacet(facts.messageId)
  for (const role of ['from', 'to', 'cc', 'bcc'] as const) yield* roleFacets(role, all[role].map(addressOf))
  yield* roleFacets('recipient', all.recipients)
  yield* new Set(facts.headers.slice(0, indexedAtMost).map(({ name }) => facet.headerFacet(name)))
}

const addressOf = ({ address }: Address): string => address

function roleFacets(
  role: Parameters<typeof facet.addressFacet>[0],
  addresses: readonly string[],
): Set<string> {
  const words = new Set<string>()
  for (const address of addresses.slice(0, indexedAtMost)) {
    words.add(facet.addressFacet(role, address))
    const domain = facet.domainOf(address)
    if (domain !== undefined) words.add(facet.domainFacet(role, domain))
  }
  return words
}
