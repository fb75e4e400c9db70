// The matchers on one mail: what each asks of the server.

import type { AttachmentCriterion, Criteria, LinkCriterion, TextCriterion } from '../../client/client.js'
import { plainCriteria } from '../../client/plain-criteria.js'
import { judgeMail } from './judge-mail.js'
import type { Asking, Outcome } from './outcome.js'

type Matcher<Arguments extends readonly unknown[]> = (
  asking: Asking,
  received: unknown,
  ...given: Arguments
) => Promise<Outcome>

const onMail =
  <Arguments extends readonly unknown[]>(
    matcher: string,
    criteriaOf: (...given: Arguments) => Criteria,
  ): Matcher<Arguments> =>
  async (asking, received, ...given) =>
    judgeMail(asking, received, { matcher, criteria: criteriaOf(...given) })

/** A bare string equals, white space collapsed. */
export const toHaveSubject = onMail('toHaveSubject', (subject: TextCriterion) => ({ subject }))

/** Among the recipients in the envelope, where copies and blind copies are, too. */
export const toBeSentTo = onMail('toBeSentTo', (recipient: TextCriterion) => ({ recipient }))

/** In the text part, the HTML, or what a person sees of it. */
export const toContainText = onMail('toContainText', (body: TextCriterion) => ({ body }))

/** A bare string is contained in what a person sees of the link, or is where it goes. Without: any link. */
export const toHaveLink = onMail('toHaveLink', (link: LinkCriterion = { exists: true }) => ({ link }))

/** Without a value: any one-time code. */
export const toHaveCode = onMail('toHaveCode', (code: TextCriterion = { exists: true }) => ({ code }))

/** A bare string is a file name, `*` standing for any characters. Without: any attachment. */
export const toHaveAttachment = onMail(
  'toHaveAttachment',
  (attachment: AttachmentCriterion = { exists: true }) => ({ attachment }),
)

/** Without a value: there is such a header field. */
export const toHaveHeader = onMail('toHaveHeader', (name: string, value?: TextCriterion) => ({
  header: headerOf(name, value),
}))

function headerOf(name: string, value: TextCriterion | undefined): NonNullable<Criteria['header']> {
  if (value === undefined) return { name }
  const plain = plainCriteria(value, 'value')
  if (typeof plain === 'object' && plain !== null) return { name, ...plain }
  // what is no text the server refuses
  return { name, equals: plain as string }
}
