// A group of work in one transaction: what fails alone hurts nobody, and what kills the transaction is found out.

import type { Database } from 'better-sqlite3'
import type { Change } from '../../model/change.js'
import type { MailholdError } from '../../model/errors.js'
import { asStoreError } from '../failure.js'
import type { Ledger } from './work.js'

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: MailholdError }

export interface GroupResult {
  /** one for each piece of work, in order */
  readonly outcomes: readonly Outcome[]
  /** what was committed, in the order of commits */
  readonly changes: readonly Change[]
}

/**
 * A group that shares one commit. It is tried without savepoints first, which make SQLite copy every page that it
 * changes; hardly ever fails one piece, and then all is done again with them.
 */
export type RunGroup = (work: readonly (() => unknown)[]) => GroupResult

/** What ended a whole transaction, savepoints or not; a full disk does. */
interface Death {
  readonly died: MailholdError
}

const bare = (run: () => unknown): Outcome => ({ ok: true, value: run() })

export function groupRunner(db: Database, ledger: Ledger): RunGroup {
  const statements = {
    begin: db.prepare('begin immediate'),
    commit: db.prepare('commit'),
    rollback: db.prepare('rollback'),
    savepoint: db.prepare('savepoint item'),
    release: db.prepare('release item'),
    undo: db.prepare('rollback to item'),
  }

  const inSavepoint = (run: () => unknown): Outcome => {
    const mark = ledger.mark()
    statements.savepoint.run()
    try {
      const value = run()
      statements.release.run()
      return { ok: true, value }
    } catch (error) {
      if (!db.inTransaction) throw error
      statements.undo.run()
      statements.release.run()
      ledger.rewind(mark)
      return { ok: false, error: asStoreError(error) }
    }
  }

  const attempt = (
    work: readonly (() => unknown)[],
    each: (run: () => unknown) => Outcome,
  ): GroupResult | Death => {
    ledger.take()
    try {
      statements.begin.run()
      const outcomes = work.map(each)
      ledger.writeIndex()
      statements.commit.run()
      return { outcomes, changes: ledger.take() }
    } catch (error) {
      if (db.inTransaction) statements.rollback.run()
      ledger.take()
      return { died: asStoreError(error) }
    }
  }

  const alone = (run: () => unknown): GroupResult => {
    const result = attempt([run], bare)
    return 'died' in result ? { outcomes: [{ ok: false, error: result.died }], changes: [] } : result
  }

  return (work) => {
    const bold = attempt(work, bare)
    if (!('died' in bold)) return bold
    if (work.length === 1) return { outcomes: [{ ok: false, error: bold.died }], changes: [] }
    const careful = attempt(work, inSavepoint)
    if (!('died' in careful)) return careful
    const results = work.map(alone)
    return {
      outcomes: results.flatMap(({ outcomes }) => outcomes),
      changes: results.flatMap(({ changes }) => changes),
    }
  }
}
