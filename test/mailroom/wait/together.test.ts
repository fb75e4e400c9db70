// Waits that ask the same at once read the mail that is there together, and do not depend on each other.

import { expect, test } from 'vitest'
import type { Store } from '#mailhold/store/store.js'
import { realMailroom, waiting } from './real-mailroom.js'

/** Counts the pages that are read, and holds each back until it is let through. */
function gated() {
  const pages = { read: 0, isBroken: false }
  let open: () => void = () => undefined
  let gate = Promise.resolve()
  const wrap = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (name !== 'wholePage' || typeof value !== 'function') return value
        return async (...given: unknown[]) => {
          pages.read += 1
          const { isBroken } = pages
          await gate
          if (isBroken) throw new Error('the store cannot be read')
          return value.apply(target, given)
        }
      },
    })
  return {
    pages,
    wrap,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    let: () => open(),
  }
}

const subject = (text: string) => ({ inbox: 'w1', match: { subject: text }, timeout: '10s' })

test('equal waits that come at once read old mail once', async () => {
  const { pages, wrap } = gated()
  const { mailroom, keep } = await realMailroom({ store: wrap })
  await keep('Confirm')

  const reports = await Promise.all(
    Array.from({ length: 50 }, () => mailroom.wait(subject('Confirm'), waiting())),
  )

  expect(reports.map(({ answer }) => answer.pass && answer.messages[0]?.summary.subject)).toEqual(
    Array.from({ length: 50 }, () => 'Confirm'),
  )
  expect(pages.read).toBe(1)
})

test('what differs is read by itself: inbox, criteria, what is answered, and where is begun', async () => {
  const { pages, wrap } = gated()
  const { mailroom, keep, hub } = await realMailroom({ store: wrap })
  await keep('Confirm')

  const asked = [
    subject('Confirm'),
    { ...subject('Confirm'), inbox: 'w2', timeout: '0s' },
    { ...subject('Confirm'), return: 'summary' },
    { ...subject('Confirm'), after: mailroom.cursorAt(hub.newestSeq), timeout: '0s' },
    { ...subject('Other'), timeout: '0s' },
  ]
  const reports = await Promise.all(asked.map((body) => mailroom.wait(body, waiting())))

  expect(reports.map(({ answer }) => answer.pass)).toEqual([true, false, true, false, false])
  expect(pages.read).toBeGreaterThanOrEqual(asked.length)
})

test('a mail that came while another wait reads is found by the wait that comes after it', async () => {
  const { wrap, ...gate } = gated()
  const { mailroom, keep } = await realMailroom({ store: wrap })
  await keep('First')
  gate.hold()
  const first = mailroom.wait(subject('Second'), waiting())
  await keep('Second')
  const second = mailroom.wait(subject('Second'), waiting())
  gate.let()

  const reports = await Promise.all([first, second])
  expect(reports.map(({ answer }) => answer)).toMatchObject([
    { pass: true, matched: 1 },
    { pass: true, matched: 1 },
  ])
})

test('a caller who leaves takes nothing from those who read with him', async () => {
  const { wrap, ...gate } = gated()
  const { mailroom, keep } = await realMailroom({ store: wrap })
  for (let n = 0; n < 60; n += 1) await keep('Confirm')
  const leaving = waiting()
  const all = { ...subject('Confirm'), count: { min: 60 } }
  gate.hold()
  const left = mailroom.wait(all, leaving)
  const stays = mailroom.wait(all, waiting())
  for (const listener of [...leaving.ending.listeners]) listener.ended(new Error('the client has gone'))
  gate.let()

  await expect(left).rejects.toThrow('the client has gone')
  expect((await stays).answer).toMatchObject({ pass: true, matched: 60 })
})

test('a page that could not be read fails those who asked for it, and nobody later', async () => {
  const { pages, wrap } = gated()
  const { mailroom, keep } = await realMailroom({ store: wrap })
  await keep('Confirm')
  pages.isBroken = true
  const failed = [1, 2].map(() => mailroom.wait(subject('Confirm'), waiting()))
  await expect(Promise.all(failed)).rejects.toThrow('the store cannot be read')
  await Promise.allSettled(failed)
  pages.isBroken = false

  expect((await mailroom.wait(subject('Confirm'), waiting())).answer.pass).toBe(true)
})

test('for a caller who has left no further page is read', async () => {
  const { pages, wrap, ...gate } = gated()
  const { mailroom, keep } = await realMailroom({ store: wrap })
  for (let n = 0; n < 60; n += 1) await keep('Confirm')
  const leaving = waiting()
  gate.hold()
  const left = mailroom.wait({ ...subject('Confirm'), count: { min: 60 } }, leaving)
  for (const listener of [...leaving.ending.listeners]) listener.ended(new Error('the client has gone'))
  gate.let()
  await expect(left).rejects.toThrow('the client has gone')

  // whoever asks after it is read after it
  await mailroom.wait({ ...subject('Other'), timeout: '0s' }, waiting())
  expect(pages.read).toBe(2)
})
