// One-time codes that a person is asked to type.

import type { Code } from '../../model/facts.js'
import type { CollectedFields } from '../headers/field-collector.js'
import { bodyOf } from '../headers/header-facts.js'

export interface CodeSources {
  readonly header: CollectedFields
  readonly subject: string
  /** visible texts of the message */
  readonly texts: readonly string[]
}

/** Best first. */
export function findCodes({ header }: CodeSources): Code[] {
  const token = bodyOf(header.fields, 'otp-token')
  return token ? [{ value: token, confidence: 1, near: 'OTP-Token' }] : []
}
