// Statements that are built anew for every search keep their compiled form while their text comes again.

import type { Database, Statement } from 'better-sqlite3'

/** Texts that are remembered; values are bound, so that few texts serve most searches. */
const remembered = 100

export function statementCache(db: Database): <Row>(text: string) => Statement<unknown[], Row> {
  const statements = new Map<string, Statement<unknown[], unknown>>()
  return <Row>(text: string) => {
    const found = statements.get(text)
    // The caller names the row of its own columns.
    if (found) return found as Statement<unknown[], Row>
    const made = db.prepare<unknown[], Row>(text)
    if (statements.size >= remembered) statements.clear()
    statements.set(text, made)
    return made
  }
}
