// Schema of a message in a list.

import { count, cursorText, exactly, flag, listOf, orNull, text, time } from './words.js'

export const Address = exactly('Address', {
  name: text('empty where none was given'),
  address: text(),
})

export const EnvelopeAddresses = exactly('EnvelopeAddresses', {
  from: text('empty for the null reverse path'),
  to: listOf(text()),
})

export const summaryMembers = {
  id: text(),
  cursor: cursorText,
  inboxes: listOf(text()),
  from: orNull(Address),
  to: listOf(Address),
  cc: listOf(Address),
  bcc: listOf(Address),
  replyTo: listOf(Address),
  envelope: EnvelopeAddresses,
  subject: text(),
  snippet: text('the first words of the text'),
  date: orNull(time('the Date field')),
  receivedAt: time(),
  size: count('octets as received'),
  attachmentCount: count(),
  problemCount: count(),
  read: flag('somebody marked it as read'),
  tags: listOf(text()),
  url: text('absolute path of the whole message'),
}

export const Summary = exactly('Summary', summaryMembers)
