// Every field that criteria may ask for, by its name.

import type { CriterionField } from '../criteria/criterion.js'
import { bcc, cc, from, recipient, replyTo, to } from './address-criteria.js'
import { attachment } from './attachment-criteria.js'
import type { FieldOfCriteria } from './criterion-field.js'
import { header, id, inbox, messageId, size, tag } from './label-criteria.js'
import { code, link } from './link-criteria.js'
import { body, html, subject, text } from './text-criteria.js'

export const criteriaFields: Readonly<Record<CriterionField, FieldOfCriteria>> = {
  from,
  to,
  cc,
  bcc,
  recipient,
  replyTo,
  subject,
  body,
  text,
  html,
  link,
  code,
  attachment,
  tag,
  inbox,
  id,
  messageId,
  header,
  size,
}

export const isCriterionField = (name: string): name is CriterionField => Object.hasOwn(criteriaFields, name)

export const criterionFieldNames: readonly string[] = Object.keys(criteriaFields)
