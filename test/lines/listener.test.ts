import net, { type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { ListenError, type Listening, listen } from '#mailhold/lines/listener.js'

const opened: Server[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})

const create = () => {
  const server = net.createServer((socket) => socket.destroy())
  opened.push(server)
  return server
}

const places = (bound: readonly Listening[]) => bound.map(({ host, port }) => `${host} ${port}`)

test('localhost is both loopback addresses on one port', async () => {
  const bound = await listen(create, 'localhost', 0)

  const port = bound[0]?.port
  expect(port).toBeGreaterThan(0)
  // A machine without IPv6 has only the first.
  expect([[`127.0.0.1 ${port}`], [`127.0.0.1 ${port}`, `::1 ${port}`]]).toContainEqual(places(bound))
})

test('another host is bound as it is named', async () => {
  const bound = await listen(create, '127.0.0.1', 0)

  expect(bound.map(({ host }) => host)).toEqual(['127.0.0.1'])
})

test('a port in use is one error that names it', async () => {
  const [taken] = await listen(create, '127.0.0.1', 0)
  const port = taken?.port ?? 0

  const error = await listen(create, '127.0.0.1', port).catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(ListenError)
  expect(error).toMatchObject({ code: 'EADDRINUSE', host: '127.0.0.1', port })
})

test('a port that is free on one loopback address only leaves nothing open', async ({ skip }) => {
  const [v6] = await listen(create, '::1', 0).catch(() => [])
  if (!v6) return skip('this machine has no IPv6')

  await expect(listen(create, 'localhost', v6.port)).rejects.toMatchObject({
    code: 'EADDRINUSE',
    host: '::1',
  })

  await expect(listen(create, '127.0.0.1', v6.port)).resolves.toHaveLength(1)
})

test('a host that does not exist is told by its code', async () => {
  await expect(listen(create, 'no-such-host.invalid', 0)).rejects.toBeInstanceOf(ListenError)
})
