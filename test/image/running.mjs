// Starts the image's program the way an engine would: in its file system, as its user, with its environment, as process 1
// of namespaces of its own. Runs inside a network namespace that has nothing but a loopback, so the image's own ports are free.

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { run } from './tools.mjs'

const [, , root, configText] = process.argv
const config = JSON.parse(configText)
const patience = 30_000

run('ip', ['link', 'set', 'lo', 'up'])
// engines write this file for each container
writeFileSync(join(root, 'etc/hosts'), '127.0.0.1 localhost\n')
const found = { ...(await lifeOfOne()), refusal: refusal() }
console.log(JSON.stringify(found))

function inImage(command, more = []) {
  const env = ['env', '-i', ...config.Env, ...more]
  return ['chroot', `--userspec=${config.User}`, root, ...env, ...command]
}

async function lifeOfOne() {
  const server = spawn('unshare', ['--pid', '--fork', '--kill-child', ...inImage(config.Entrypoint)])
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (octets) => (printed += octets))
  const ended = once(server, 'exit')
  const began = Date.now()
  while (health().status !== 0) {
    if (Date.now() - began > patience || server.exitCode !== null)
      throw new Error(`it is not healthy: ${printed}${health().stderr}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const started = Date.now() - began
  const reply = await send()
  const [summary] = (await (await fetch('http://127.0.0.1:8025/v1/messages')).json()).messages
  const one = childOf(server.pid)
  const numbers = /^NSpid:\s+(.*)$/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? ''
  const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1]
  const asked = Date.now()
  process.kill(one, 'SIGTERM')
  const [exitCode] = await ended
  return {
    started,
    reply,
    subject: summary?.subject,
    uid: Number(uid),
    pidInside: Number(numbers.split(/\s+/).at(-1)),
    stopped: Date.now() - asked,
    exitCode,
    healthAfter: health().status,
    kept: existsSync(join(root, 'data/mailhold.db')),
  }
}

/** The image's own health check. */
function health() {
  const [command, ...args] = inImage(config.Healthcheck.Test.slice(1))
  return spawnSync(command, args, { encoding: 'utf8' })
}

function childOf(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return Number(children.trim().split(' ')[0])
}

async function send() {
  const socket = connect(1025, '127.0.0.1').setEncoding('latin1')
  const replies = socket[Symbol.asyncIterator]()
  let last = (await replies.next()).value
  const mail = 'From: app@example.com\r\nSubject: From the image\r\n\r\nIt works.\r\n.'
  for (const line of [
    'HELO check',
    'MAIL FROM:<app@example.com>',
    'RCPT TO:<ada@example.com>',
    'DATA',
    mail,
  ]) {
    socket.write(`${line}\r\n`)
    last = (await replies.next()).value
  }
  socket.destroy()
  return last.trim()
}

/** What it says when the mounted folder belongs to somebody else. */
function refusal() {
  mkdirSync(join(root, 'mnt/theirs'), { mode: 0o755, recursive: true })
  const [command, ...args] = inImage(config.Entrypoint, ['MAILHOLD_DATA=/mnt/theirs'])
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: patience })
  return { status, text: stderr.trim() }
}
