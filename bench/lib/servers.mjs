// The servers that are measured, each a process of its own on a free port.

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export const has = (program) => spawnSync('which', [program]).status === 0

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

export const untilOpen = async (port) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing listens on port ${port}`)
}

const stopper = (child) => () =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })

/** Mailhold with a durable store in a temporary folder. */
export const startMailhold = async (options = []) => {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-bench-'))
  const [smtp, pop3, http] = [await freePort(), await freePort(), await freePort()]
  const ports = ['--smtp', `127.0.0.1:${smtp}`, '--pop3', `127.0.0.1:${pop3}`, '--http', `127.0.0.1:${http}`]
  const child = spawn(process.execPath, [main, 'serve', '--data', folder, ...ports, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = stopper(child)
  await Promise.all([smtp, pop3, http].map(untilOpen))
  const end = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { smtp, pop3, http, url: `http://127.0.0.1:${http}`, pid: child.pid, stop: end }
}

/** Postfix's smtp-sink, which reads and throws away; `undefined` where it is not installed. */
export const startSink = async () => {
  if (!has('smtp-sink')) return undefined
  const smtp = await freePort()
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn('smtp-sink', [...user, `127.0.0.1:${smtp}`, '1000'], { stdio: 'ignore' })
  await untilOpen(smtp)
  return { smtp, stop: stopper(child) }
}

/** Any other server given as a shell command with {port} in it, for example `npx maildev -s {port} -w 0`. */
export const startPeer = async (command) => {
  const smtp = await freePort()
  const child = spawn('sh', ['-c', `exec ${command.replaceAll('{port}', String(smtp))}`], { stdio: 'ignore' })
  await untilOpen(smtp)
  return { smtp, stop: stopper(child) }
}
