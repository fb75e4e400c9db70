// The UPDATE state of a POP3 session (RFC 1939 §6): what a DELE that took effect removes.

import type { MessageId } from '../model/ids.js'
import type { Copy, MaildropScope, Store } from '../store/store.js'
import type { DeletePolicy } from './mailroom.js'

/** Copies that are removed in one transaction. */
const slice = 500

export interface Update {
  readonly scope: MaildropScope
  /** the maildrop's canonical name */
  readonly name: string
  readonly policy: DeletePolicy
}

/** Messages that have gone already count as removed. */
export async function updateMaildrop(
  store: Pick<Store, 'removeCopies' | 'hide'>,
  { scope, name, policy }: Update,
  marked: readonly MessageId[],
): Promise<void> {
  if (policy === 'keep') return
  for (let at = 0; at < marked.length; at += slice) {
    const ids = marked.slice(at, at + slice)
    if (policy === 'hide') await store.hide(name, ids)
    else await store.removeCopies(ids.map((id) => copyOf(id, scope)))
  }
}

/** An inbox's DELE removes its delivery, an address's that recipient's copy, and only `all` removes the message. */
function copyOf(id: MessageId, scope: MaildropScope): Copy {
  switch (scope.scope) {
    case 'all':
      return { of: 'message', id }
    case 'inbox':
      return { of: 'inbox', id, inbox: scope.inbox }
    case 'address':
      return { of: 'recipient', id, address: scope.address }
  }
}
