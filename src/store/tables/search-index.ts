// Table search_index: the words and facets by which messages are found.

import type { Database } from 'better-sqlite3'
import type { Address } from '../../model/facts.js'
import type { NewMessage } from '../../model/message.js'
import type { AddressField } from '../../query/syntax.js'
import { addressesOf } from '../addresses.js'
import * as facet from '../facets.js'
import { sql } from '../sql.js'
import { spaced } from '../words.js'

/** Addresses of one kind, and header names, by which one message is found. Keeps the index row of hostile mail small. */
const indexedAtMost = 2_000

const insert = sql`insert into search_index (rowid, subject, addresses, filenames, body, facets) values (?, ?, ?, ?, ?, ?)`
const remove = sql`delete from search_index where rowid = ?`

/** The row of one message, ready to be written. */
export type IndexRow = readonly [
  seq: number,
  subject: string,
  addresses: string,
  filenames: string,
  body: string,
  facets: string,
]

export function indexRow(seq: number, message: NewMessage): IndexRow {
  const { facts } = message
  const recipients = message.envelope.to.slice(0, indexedAtMost).map(({ address }) => address)
  const all = addressesOf(facts, recipients)
  const spelled = [...all.from, ...all.to, ...all.cc, ...all.bcc, ...all.replyTo].slice(0, indexedAtMost)
  return [
    seq,
    spaced(facts.subject),
    spaced([...spelled.map(({ name, address }) => `${name} ${address}`), ...recipients].join(' \n')),
    spaced(
      facts.attachments
        .slice(0, indexedAtMost)
        .map(({ filename }) => filename)
        .join(' \n'),
    ),
    spaced(facts.visibleText),
    facetsOf(message, recipients).join(' '),
  ]
}

export function searchIndexTable(db: Database) {
  const statements = { insert: db.prepare(insert), remove: db.prepare(remove) }
  return {
    insert: (row: IndexRow): void => void statements.insert.run(...row),
    remove: (seq: number): void => void statements.remove.run(seq),
  }
}

function facetsOf(message: NewMessage, recipients: readonly string[]): string[] {
  const { facts, deliveries } = message
  const all = addressesOf(facts, recipients)
  const addresses = (list: readonly Address[]): string[] =>
    list.slice(0, indexedAtMost).map(({ address }) => address)
  return [
    facet.everyMessage,
    ...(facts.attachments.length > 0 ? [facet.withAttachment] : []),
    facet.sizeFacet(message.size),
    ...(facts.messageId === undefined ? [] : [facet.messageIdFacet(facts.messageId)]),
    ...deliveries.map(({ inbox }) => facet.inboxFacet(inbox)),
    ...roleFacets('from', addresses(all.from)),
    ...roleFacets('to', addresses(all.to)),
    ...roleFacets('cc', addresses(all.cc)),
    ...roleFacets('bcc', addresses(all.bcc)),
    ...roleFacets('recipient', recipients),
    ...headerFacets(facts.headers.slice(0, indexedAtMost).map(({ name }) => name)),
  ]
}

function roleFacets(role: AddressField, addresses: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const address of addresses) {
    words.add(facet.addressFacet(role, address))
    const domain = facet.domainOf(address)
    if (domain !== undefined) words.add(facet.domainFacet(role, domain))
  }
  return words
}

const headerFacets = (names: readonly string[]): Set<string> => new Set(names.map(facet.headerFacet))
