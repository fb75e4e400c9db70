// Mails with their bodies, read once however many waits look at them.

import { readHtml } from '../../mail/body/html-reader.js'
import type { MessageId } from '../../model/ids.js'
import type { Message } from '../../model/message.js'
import type { Subject } from '../../query/subject.js'
import type { NewMessage, Store, WholeMessage } from '../../store/store.js'
import { bodiesOf, type Source } from '../bodies.js'
import type { Bodies } from '../mailroom.js'
import type { ParserPool } from '../parser/pool.js'
import { createExpectedMails } from './expected.js'

/** A mail read in full. */
export interface Found {
  readonly message: Message
  readonly bodies: Bodies
  /** the same as criteria see it */
  readonly subject: Subject
}

export interface FoundMails {
  /** What was read lately; `undefined` says nothing */
  atHand(id: MessageId): Found | undefined
  /**
   * `undefined` where the message has gone.
   * @param keptAt the place in the order of a message that was kept just now
   */
  find(id: MessageId, keptAt?: number): Promise<Found | undefined>
  /** Told of a mail that is about to be kept and that somebody waits for, so that `find` need not read it back. */
  expect(message: NewMessage, octets: Uint8Array): void
  /** Begins to read a message of which all but the bodies is here, or also its octets, so that `find` need not wait for long. */
  begin(message: WholeMessage): void
}

/** Characters of bodies that are kept at hand; a burst of mail is looked at by many waits at once. */
const keptCharacters = 16 * 1024 * 1024
const keptMails = 100
/** Tags and marks may change, so what is at hand is not for long. */
const keptFor = 1000

interface Kept {
  readonly found: Promise<Found | undefined>
  readonly at: number
  here: Found | undefined
  characters: number
}

/** @param now a monotonic clock in milliseconds */
export function createFoundMails(store: Store, parser: ParserPool, now: () => number): FoundMails {
  const kept = new Map<MessageId, Kept>()
  const expected = createExpectedMails(now)
  let characters = 0
  const forget = (id: MessageId, entry: Kept): void => {
    if (kept.get(id) !== entry) return
    kept.delete(id)
    characters -= entry.characters
  }
  const makeRoom = (): void => {
    for (const [id, entry] of kept) {
      const isOld = now() - entry.at > keptFor
      if (!isOld && kept.size <= keptMails && characters <= keptCharacters) return
      forget(id, entry)
    }
  }
  const keep = (id: MessageId, found: Promise<Found | undefined>): Promise<Found | undefined> => {
    const entry: Kept = { found, at: now(), here: undefined, characters: 0 }
    kept.set(id, entry)
    found.then(
      (mail) => {
        if (kept.get(id) !== entry || !mail) return forget(id, entry)
        entry.here = mail
        entry.characters = mail.bodies.text.length + (mail.bodies.html?.length ?? 0)
        characters += entry.characters
        makeRoom()
      },
      () => forget(id, entry),
    )
    return found
  }
  return {
    atHand(id) {
      const entry = kept.get(id)
      return entry && now() - entry.at <= keptFor ? entry.here : undefined
    },
    find(id, keptAt) {
      makeRoom()
      const whole = keptAt === undefined ? undefined : expected.take(id, keptAt)
      const read = (): Promise<Found | undefined> =>
        whole ? withBodies(store, parser, whole) : readFound(store, parser, id)
      return kept.get(id)?.found ?? keep(id, read())
    },
    expect: expected.add,
    begin(message) {
      makeRoom()
      const { id } = message.summary
      if (!kept.has(id)) void keep(id, withBodies(store, parser, message))
    },
  }
}

async function readFound(store: Store, parser: ParserPool, id: MessageId): Promise<Found | undefined> {
  const message = await store.message(id)
  return message && withBodies(store, parser, message)
}

async function withBodies(store: Store, parser: ParserPool, whole: WholeMessage): Promise<Found> {
  const { octets, ...message } = whole
  const bodies = await bodiesOf({ store: octets ? inMemory(octets) : store, parser, message })
  return { message, bodies, subject: asSubject(message, bodies) }
}

const inMemory = (octets: Uint8Array): Source['store'] => ({
  octets: async function* (_, start, end) {
    yield octets.subarray(start, end)
  },
})

/** The visible text of the HTML is made when a criterion first asks for it. */
function asSubject(message: Message, { text, html }: Bodies): Subject {
  let htmlText: string | undefined
  const bodies = {
    // what stands in for a missing text part is the text of the HTML
    text: message.facts.textParts.length > 0 ? text : '',
    html,
    get htmlText() {
      if (html !== undefined) htmlText ??= readHtml(html).text
      return htmlText
    },
  }
  return { ...message, bodies }
}

/** A mail as criteria see it that look at no body. */
export const withoutBodies = (message: Message): Subject => ({
  ...message,
  bodies: { text: '', html: undefined, htmlText: undefined },
})
