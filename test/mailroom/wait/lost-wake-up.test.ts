// A mail that comes at any moment of a wait is seen, and seen once.

import { expect, test } from 'vitest'
import type { Hub } from '#mailhold/events/hub.js'
import type { Store } from '#mailhold/store/store.js'
import { realMailroom, waiting } from './real-mailroom.js'

/** Runs `onStep` before and after every step that the waiting side makes with what is real. */
function stepping<Face extends object>(
  real: Face,
  onStep: () => Promise<void>,
  names: readonly string[],
): Face {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function' || !names.includes(String(name))) return value
      return async (...given: unknown[]) => {
        await onStep()
        const answer: unknown = await value.apply(target, given)
        await onStep()
        return answer
      }
    },
  })
}

/** Lets mail in when a subscription is made and after everything that is taken from it. */
function steppingHub(real: Hub, onStep: () => Promise<void>): Hub {
  return {
    ...real,
    get newestSeq() {
      return real.newestSeq
    },
    subscribe(accepts) {
      const subscription = real.subscribe(accepts)
      return {
        since: subscription.since,
        close: () => subscription.close(),
        async take(signal) {
          const taken = await subscription.take(signal)
          await onStep()
          return taken
        },
      }
    },
  }
}

const stepsOfStore: readonly (keyof Store)[] = [
  'page',
  'wholePage',
  'message',
  'messages',
  'count',
  'changesAfter',
]

async function waitWithMailAt(step: number, criteria: object) {
  let steps = 0
  let isKept = false
  const keepWanted = async () => {
    if (isKept) return
    isKept = true
    await real.keep('Wanted')
  }
  const onStep = async () => {
    steps += 1
    if (steps === step) await keepWanted()
  }
  const real = await realMailroom({
    store: (store) => stepping(store, onStep, stepsOfStore),
    hub: (hub) => steppingHub(hub, onStep),
  })
  await real.keep('Other')
  const body = { inbox: 'w1', timeout: '20s', settle: '150ms', ...criteria }
  const answered = real.mailroom.wait(body, waiting())
  // steps that are made only when mail comes
  await real.keep('Another')
  await real.keep('Another')
  // a wait that never comes to the step gets its mail at rest
  await keepWanted()
  return (await answered).answer
}

const steps = Array.from({ length: 16 }, (_, step) => step)

test.each(steps)('at step %i, for a wait of at least one', async (step) => {
  const answer = await waitWithMailAt(step, { match: { subject: 'Wanted' } })

  expect(answer).toMatchObject({ pass: true, matched: 1 })
})

test.each(steps)('at step %i, for a wait of exactly one', async (step) => {
  const answer = await waitWithMailAt(step, { match: { subject: 'Wanted' }, count: 1 })

  expect(answer).toMatchObject({ pass: true, matched: 1 })
})

test.each(steps)('at step %i, for a wait of all mail whose text is looked at', async (step) => {
  const criteria = { inbox: undefined, match: { body: 'Body of Wanted' }, count: 1 }
  const answer = await waitWithMailAt(step, criteria)

  expect(answer).toMatchObject({ pass: true, matched: 1 })
})

test('a queue that overflows is made up for from the store', async () => {
  const real = await realMailroom({ capacity: 3 })
  const answered = real.mailroom.wait(
    { inbox: 'w1', timeout: '20s', settle: '300ms', match: { subject: 'Wanted' }, count: 40 },
    waiting(),
  )
  await real.mailroom.cursor()

  await Promise.all(Array.from({ length: 40 }, () => real.keep('Wanted')))

  const { answer } = await answered
  expect(answer).toMatchObject({ pass: true, matched: 40 })
})

test('hundreds of mails and waits at once are all told of what is theirs, once', async () => {
  const real = await realMailroom()
  const inboxes = Array.from({ length: 40 }, (_, n) => `w${n}`)
  const waits = inboxes.map(async (inbox) => {
    const body = { inbox, timeout: '20s', settle: '800ms', match: { subject: 'Wanted' }, count: 5 }
    return (await real.mailroom.wait(body, waiting())).answer
  })

  for (let round = 0; round < 5; round += 1) {
    await Promise.all(inboxes.map((inbox) => real.keep('Wanted', `ada@${inbox}.mailhold.test`)))
  }

  for (const answer of await Promise.all(waits)) expect(answer).toMatchObject({ pass: true, matched: 5 })
})
