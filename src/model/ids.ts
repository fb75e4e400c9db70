// The names by which things are known. Each is a string that cannot be mixed up with another by accident.

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Names one message for ever; 1–40 characters of `[a-z0-9]`, never given twice. Also its POP3 unique id. */
export type MessageId = Branded<'MessageId'>

/** Names one SMTP or POP3 connection. */
export type SessionId = Branded<'SessionId'>

/** An inbox, `[a-z0-9-]{1,40}`. */
export type InboxName = Branded<'InboxName'>

const messageIdForm = /^[a-z0-9]{1,40}$/
const inboxNameForm = /^[a-z0-9-]{1,40}$/

/** `text` as a message id, or `undefined` where no message could have that name. */
export const asMessageId = (text: string): MessageId | undefined =>
  messageIdForm.test(text) ? (text as MessageId) : undefined

/** `text` as an inbox name, or `undefined` where it has another form. */
export const asInboxName = (text: string): InboxName | undefined =>
  inboxNameForm.test(text) ? (text as InboxName) : undefined

/** `text` as a session id, or `undefined` where it has another form. */
export const asSessionId = (text: string): SessionId | undefined =>
  messageIdForm.test(text) ? (text as SessionId) : undefined

const base36 = (value: number, length: number): string => value.toString(36).padStart(length, '0')

/**
 * A fresh id: 9 characters of time, then 11 at random, so that ids sort roughly by age and are never repeated.
 * @param now milliseconds since 1970
 * @param random 8 random octets
 */
export function freshId(now: number, random: Uint8Array): string {
  const view = new DataView(random.buffer, random.byteOffset, 8)
  return base36(now, 9) + base36(view.getUint32(0), 7).slice(-6) + base36(view.getUint32(4), 7).slice(-5)
}
