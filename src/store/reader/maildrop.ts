// The messages that a maildrop shows, oldest first.

import type { Database } from 'better-sqlite3'
import { addressFacet, fold } from '../facets.js'
import { sql } from '../sql.js'
import type { MaildropEntry, MaildropScope } from '../store.js'

/** Entries that are read at once. */
export const maildropSlice = 5_000

const columns = sql`m.id, m.seq, m.crlf_size as crlfSize`
const shown = sql`not exists (select 1 from hidden where maildrop = @hiddenFrom and message = m.seq) and m.seq > @after`
const all = sql`select ${columns} from message m where ${shown} order by m.seq limit @limit`
const ofInbox = sql`select ${columns} from delivery d cross join message m on m.seq = d.message
  where d.inbox = @inbox and d.message > @after and ${shown} order by d.message limit @limit`
const ofAddress = sql`select ${columns} from search_index cross join message m on m.seq = search_index.rowid
  where search_index match @match and search_index.rowid > @after and ${shown}
  and exists (select 1 from recipient where message = m.seq and folded = @folded and is_kept = 1)
  order by search_index.rowid limit @limit`

interface Bounds {
  readonly hiddenFrom: string
  readonly after: number
  readonly limit: number
}

export function maildropReader(db: Database) {
  const statements = {
    all: db.prepare<Bounds, MaildropEntry>(all),
    ofInbox: db.prepare<Bounds & { readonly inbox: string }, MaildropEntry>(ofInbox),
    ofAddress: db.prepare<Bounds & { readonly match: string; readonly folded: string }, MaildropEntry>(
      ofAddress,
    ),
  }
  return {
    /** At most `maildropSlice` entries behind a place. */
    slice(scope: MaildropScope, hiddenFrom: string, after: number): readonly MaildropEntry[] {
      const bounds = { hiddenFrom, after, limit: maildropSlice }
      switch (scope.scope) {
        case 'all':
          return statements.all.all(bounds)
        case 'inbox':
          return statements.ofInbox.all({ ...bounds, inbox: scope.inbox })
        case 'address': {
          const match = `facets : "${addressFacet('recipient', scope.address)}"`
          return statements.ofAddress.all({ ...bounds, match, folded: fold(scope.address) })
        }
      }
    },
  }
}
