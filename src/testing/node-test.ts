// mailhold/node-test: plain assertions, for node:test and every other runner without an expect.

import { AssertionError } from 'node:assert'
import type {
  AttachmentCriterion,
  Criteria,
  FindMailsOptions,
  FindOptions,
  LinkCriterion,
  Mail,
  Place,
  TextCriterion,
} from '../client/client.js'
import { type MatcherName, matchers } from './matchers/all.js'

export * from '../client/in-node.js'
export type { Mask } from './snapshot/mask.js'
export { mailSnapshot, type SnapshotOptions } from './snapshot/snapshot.js'

/** @throws AssertionError with the server's story */
async function hold(name: MatcherName, isNot: boolean, received: unknown, given: readonly unknown[]) {
  const { pass, message } = await matchers[name]({ isNot }, received, ...(given as never[]))
  if (pass === isNot) throw new AssertionError({ message: message(), operator: isNot ? `not.${name}` : name })
}

/** Waits for the mail, 4 s unless `timeout` is given. */
export const assertReceives = (place: Place, criteria: Criteria = {}, options: FindMailsOptions = {}) =>
  hold('toReceive', false, place, [criteria, options])

/** No such mail comes until it has been quiet (`settle`, 500 ms), or the `until` mail comes. */
export const assertDoesNotReceive = (place: Place, criteria: Criteria = {}, options: FindOptions = {}) =>
  hold('toReceive', true, place, [criteria, options])

/** Waits for all of them, each later than the one before. */
export const assertReceivesInOrder = (
  place: Place,
  criteria: readonly Criteria[],
  options: FindOptions = {},
) => hold('toReceiveInOrder', false, place, [criteria, options])

/** No mail at all comes until it has been quiet, or the `until` mail comes. */
export const assertStaysEmpty = (place: Place, options: FindOptions = {}) =>
  hold('toStayEmpty', false, place, [options])

export const assertSubject = (mail: Mail, subject: TextCriterion) =>
  hold('toHaveSubject', false, mail, [subject])

export const assertSentTo = (mail: Mail, recipient: TextCriterion) =>
  hold('toBeSentTo', false, mail, [recipient])

export const assertText = (mail: Mail, text: TextCriterion) => hold('toContainText', false, mail, [text])

export const assertNoText = (mail: Mail, text: TextCriterion) => hold('toContainText', true, mail, [text])

export const assertLink = (mail: Mail, link?: LinkCriterion) => hold('toHaveLink', false, mail, [link])

export const assertCode = (mail: Mail, code?: TextCriterion) => hold('toHaveCode', false, mail, [code])

export const assertAttachment = (mail: Mail, attachment?: AttachmentCriterion) =>
  hold('toHaveAttachment', false, mail, [attachment])

export const assertHeader = (mail: Mail, name: string, value?: TextCriterion) =>
  hold('toHaveHeader', false, mail, [name, value])
