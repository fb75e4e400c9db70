// The matchers as their users see them. All but the snapshot ask the server: they must be awaited.

import type {
  AttachmentCriterion,
  Criteria,
  FindMailsOptions,
  FindOptions,
  LinkCriterion,
  Mail,
  Place,
  TextCriterion,
} from '../../client/client.js'
import type { SnapshotOptions } from '../snapshot/snapshot.js'

/** On an inbox, what `inbox.during()` gave, or the client. */
export interface PlaceMatchers {
  /** Waits for the mail, 4 s unless `timeout` is given. `.not`: none comes until it has been quiet, or the `until` mail comes. */
  toReceive(criteria?: Criteria, options?: FindMailsOptions): Promise<void>
  /** Waits for all of them, each later than the one before. */
  toReceiveInOrder(criteria: readonly Criteria[], options?: FindOptions): Promise<void>
  /** No mail comes until it has been quiet (`settle`, 500 ms), or the `until` mail comes. */
  toStayEmpty(options?: FindOptions): Promise<void>
}

/** On one mail, as `getMail` and `findMail` give it. */
export interface OneMailMatchers {
  /** bare: equals, white space collapsed */
  toHaveSubject(subject: TextCriterion): Promise<void>
  /** a recipient in the envelope; bare: equals, case ignored, `*` allowed, `@example.com` a domain */
  toBeSentTo(recipient: TextCriterion): Promise<void>
  /** in the text part, the HTML, or what a person sees of it; bare: contains */
  toContainText(text: TextCriterion): Promise<void>
  /** bare: what a person sees contains it, case ignored, or the href equals it */
  toHaveLink(link?: LinkCriterion): Promise<void>
  /** a one-time code */
  toHaveCode(code?: TextCriterion): Promise<void>
  /** bare: the file name, `*` standing for any characters */
  toHaveAttachment(attachment?: AttachmentCriterion): Promise<void>
  /** bare: equals; without: there is such a field */
  toHaveHeader(name: string, value?: TextCriterion): Promise<void>
  /** The mail in a form that is the same in every run: see docs/library.md. */
  toMatchMailSnapshot(options?: SnapshotOptions): void
}

type Only<Wanted, Received, Matchers> = {
  [Name in keyof Matchers]: Received extends Wanted ? Matchers[Name] : never
}

/** What `expect(received)` can do: each matcher only where it makes sense. */
export type MatchersFor<Received> = Only<Place, Received, PlaceMatchers> &
  Only<Mail, Received, OneMailMatchers>
