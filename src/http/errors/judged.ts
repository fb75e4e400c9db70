// A schema, the input that was held against it, and what was found.

import type { TSchema } from 'typebox'
import type { TLocalizedValidationError as Finding } from 'typebox/error'
import { memberOf, valueAt } from './at-pointer.js'

export interface Judged {
  readonly schema: TSchema
  readonly input: unknown
  /** all that does not fit */
  readonly findings: readonly Finding[]
}

/** The part of the schema that the value does not fit. */
export const schemaAt = (finding: Finding, { schema }: Judged): unknown => valueAt(schema, finding.schemaPath)

/** The members that the schema knows there. */
export function membersAt(finding: Finding, judged: Judged): readonly string[] {
  const properties = memberOf(schemaAt(finding, judged), 'properties')
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

/** The finding that a person should hear of: of a union the branch that was meant, where it shows. */
export function mostTelling(findings: readonly Finding[]): Finding | undefined {
  const chosen = findings.find(({ keyword }) => keyword === 'anyOf' || keyword === 'enum') ?? findings[0]
  return chosen?.keyword === 'anyOf' ? (inBranch(chosen, findings) ?? chosen) : chosen
}

/** A union reports each of its branches. An entry that does not fit, or a value of the right type, shows which one was meant. */
function inBranch(union: Finding, findings: readonly Finding[]): Finding | undefined {
  const entry = findings.find(({ instancePath }) => instancePath.startsWith(`${union.instancePath}/`))
  return (
    entry ??
    findings.find(
      ({ instancePath, keyword }) =>
        instancePath === union.instancePath && !['anyOf', 'type', 'const'].includes(keyword),
    )
  )
}
