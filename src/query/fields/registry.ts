// Every field of the search language, in the order in which help shows them.

import { bcc, cc, from, recipient, to } from './addresses.js'
import { header } from './header.js'
import { has, inbox, is, tag } from './labels.js'
import { messageId } from './message-id.js'
import { after, before } from './places.js'
import type { SearchField } from './search-field.js'
import { larger, smaller } from './sizes.js'
import { body, filename, subject } from './words.js'

export const searchFields: readonly SearchField[] = [
  from,
  to,
  cc,
  bcc,
  recipient,
  subject,
  body,
  filename,
  header,
  messageId,
  inbox,
  tag,
  has,
  is,
  before,
  after,
  larger,
  smaller,
]
