// Opens maildrops: what a login name means, one session at a time, as it was at login (RFC 1939 §4).

import { toCrlfForm } from '../mail/crlf-form.js'
import { MailholdError } from '../model/errors.js'
import type { MaildropScope, Store } from '../store/store.js'
import { canonicalName, describeMaildrop, type LoginMeaning, readLogin } from './maildrop-name.js'
import { updateMaildrop } from './maildrop-update.js'
import type { Maildrop, Maildrops } from './mailroom.js'
import { whileThere } from './while-there.js'

/** What is asked of the store here. */
export type MaildropStore = Pick<Store, 'inbox' | 'maildrop' | 'octets' | 'removeCopies' | 'hide'>

/** Locks are held by this object: make one for each store. */
export function createMaildrops(store: MaildropStore): Maildrops {
  const locked = new Set<string>()

  /** Runs with the lock; whoever gets the maildrop frees it, a failure frees it at once. */
  async function openLocked(
    name: string,
    open: (release: () => void) => Promise<Maildrop>,
  ): Promise<Maildrop> {
    if (locked.has(name)) {
      const hint = 'another word behind a slash, as in "all/second", opens the same mail beside it'
      throw new MailholdError('locked', `${name} is open in another session; ${hint}`)
    }
    locked.add(name)
    let isHeld = true
    const release = () => {
      if (isHeld) locked.delete(name)
      isHeld = false
    }
    try {
      return await open(release)
    } catch (error) {
      release()
      throw error
    }
  }

  return {
    async openMaildrop(login) {
      const meaning = readLogin(login)
      const scope = await scopeOf(store, meaning)
      const name = canonicalName(scope, meaning.suffix)
      return openLocked(name, (release) => snapshot(store, { scope, name, release }))
    },
  }
}

async function scopeOf(store: MaildropStore, { scope, otherwise }: LoginMeaning): Promise<MaildropScope> {
  if (otherwise === undefined || scope.scope !== 'inbox') return scope
  return (await store.inbox(scope.inbox)) ? scope : otherwise
}

interface Opening {
  readonly scope: MaildropScope
  readonly name: string
  readonly release: () => void
}

async function snapshot(store: MaildropStore, { scope, name, release }: Opening): Promise<Maildrop> {
  const entries = await store.maildrop(scope, name)
  const sizes = new Map(entries.map(({ id, crlfSize }) => [id, crlfSize]))
  return {
    name,
    description: describeMaildrop(scope, entries.length),
    messages: entries.map(({ id, crlfSize }) => ({ id, size: crlfSize })),
    async read(id, bodyLines) {
      // The CRLF form is never shorter than what was received, so its size is an end that leaves nothing out.
      const octets = await whileThere(store.octets(id, 0, sizes.get(id) ?? 0))
      return octets && toCrlfForm(octets, bodyLines)
    },
    update: (marked, policy) => updateMaildrop(store, { scope, name, policy }, marked),
    release,
  }
}
