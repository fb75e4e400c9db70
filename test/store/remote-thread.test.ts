import { expect, test } from 'vitest'
import { RemoteThread } from '#mailhold/store/rpc/remote-thread.js'

type Calls = { double(n: number): number; die(): void; never(): void }

/** A thread that answers `double`, says nothing to `never`, and ends itself at `die`. */
const code = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id, call, args }) => {
    if (call === 'die') process.exit(3)
    if (call === 'double') parentPort.postMessage({ note: args[0], replies: [{ id, ok: true, value: args[0] * 2 }] })
  })`
const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`)

const start = () => {
  const seen: string[] = []
  const thread = new RemoteThread<Calls, number>({
    name: 'a thread',
    url,
    workerData: undefined,
    onNote: (note) => seen.push(`note ${note}`),
    onStart: () => seen.push('start'),
    onDeath: () => seen.push('death'),
  })
  return { thread, seen }
}

test('a note is heard before the reply that it came with', async () => {
  const { thread, seen } = start()

  seen.push(`reply ${await thread.call('double', [21])}`)

  expect(seen).toEqual(['start', 'note 21', 'reply 42'])
  await thread.terminate()
})

test('a thread that dies fails what waits for it, and the next call starts it again', async () => {
  const { thread, seen } = start()
  const waiting = thread.call('never', [])
  const dying = thread.call('die', [])

  await expect(waiting).rejects.toMatchObject({ code: 'storeFailed' })
  await expect(dying).rejects.toMatchObject({ code: 'storeFailed' })
  expect(await thread.call('double', [1])).toBe(2)
  expect(seen).toEqual(['start', 'death', 'start', 'note 1'])
  await thread.terminate()
})

test('an ended thread takes no calls and leaves none open', async () => {
  const { thread } = start()
  const waiting = thread.call('never', [])
  await thread.terminate()

  await expect(waiting).rejects.toMatchObject({ code: 'storeFailed' })
  await expect(thread.call('double', [1])).rejects.toMatchObject({ code: 'stopping' })
})
