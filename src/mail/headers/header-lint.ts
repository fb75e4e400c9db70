// What is wrong with the message's own header (RFC 5322 §3.6).

import type { ProblemList } from '../problems.js'
import { readDate } from './date.js'
import type { CollectedFields, RawField } from './field-collector.js'
import { bodyOf } from './header-facts.js'

/** RFC 5322 §3.6 and RFC 2045 §3: these may stand there once. */
const single = new Set(
  `date from sender reply-to to cc bcc message-id in-reply-to references subject mime-version content-type
  content-transfer-encoding content-disposition content-id`.split(/\s+/),
)

export interface HeaderLintOptions {
  readonly problems: ProblemList
  readonly smtpUtf8: boolean
  /** the header ended without an empty line */
  readonly isOpen: boolean
  readonly isEmpty: boolean
}

export function checkHeader(
  header: CollectedFields,
  { problems, smtpUtf8, isOpen, isEmpty }: HeaderLintOptions,
) {
  if (isEmpty) {
    problems.add('emptyMessage')
    return
  }
  if (isOpen) problems.add('noBlankLine')
  for (const line of header.badLines) problems.add(/^>?From /.test(line) ? 'mboxLine' : 'badHeaderLine', line)
  if (header.leftOut > 0) problems.add('tooManyHeaders', header.leftOut)
  checkPresence(header.fields, problems)
  checkRepetition(header.fields, problems)
  checkValues(header.fields, problems)
  for (const field of header.fields) {
    if (field.isCut) problems.add('fieldTooLong', field.name, field.name)
    if (field.octets === 'latin1') problems.add('headerNotUtf8', field.name, field.name)
    else if (field.octets === 'utf8' && !smtpUtf8) problems.add('header8bit', field.name, field.name)
  }
}

function checkPresence(fields: readonly RawField[], problems: ProblemList) {
  const has = (key: string) => fields.some((field) => field.key === key)
  if (!has('date')) problems.add('missingDate', '', 'Date')
  if (!has('from')) problems.add('missingFrom', '', 'From')
  if (!has('message-id')) problems.add('missingMessageId', '', 'Message-ID')
  if (!has('subject')) problems.add('missingSubject', '', 'Subject')
  const isMime = fields.some(({ key }) => key === 'content-type' || key === 'content-transfer-encoding')
  if (isMime && !has('mime-version')) problems.add('missingMimeVersion', '', 'MIME-Version')
}

function checkRepetition(fields: readonly RawField[], problems: ProblemList) {
  const seen = new Set<string>()
  const told = new Set<string>()
  for (const { key, name } of fields) {
    if (!single.has(key)) continue
    if (seen.has(key) && !told.has(key)) {
      problems.add('repeatedField', name, name)
      told.add(key)
    }
    seen.add(key)
  }
}

function checkValues(fields: readonly RawField[], problems: ProblemList) {
  const date = bodyOf(fields, 'date')
  if (date !== undefined) checkDate(date, problems)
  const id = bodyOf(fields, 'message-id')
  if (id !== undefined && !/^<[^<>\s@]+@[^<>\s@]+>$/.test(id)) problems.add('badMessageId', id, 'Message-ID')
}

function checkDate(date: string, problems: ProblemList) {
  const read = readDate(date)
  if (!read) problems.add('badDate', date, 'Date')
  else if (read.flaw !== undefined) problems.add('badDate', `${date.slice(0, 60)}; ${read.flaw}`, 'Date')
}
