// What has to work through any proxy, and how one is put in front of a Mailhold.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type RunningMailhold, startMailhold } from '#mailhold/app/start.js'
import { allPages, blocksOf } from '../docs/pages.js'
import { readEvents } from '../support/event-reader.js'
import { openSender } from '../support/smtp-sender.js'

export interface Proxied extends AsyncDisposable {
  readonly mailhold: RunningMailhold
  /** where the proxy shows Mailhold, with `/mail` at its end */
  readonly url: string
}

export interface Proxy {
  readonly program: string
  /** what is started in the folder, once the configuration lies in it as `proxy.conf` */
  readonly args: readonly string[]
  /** the whole configuration around the page's snippet */
  configuration(snippet: string, port: number): string
}

/** Starts both; the snippet is taken from docs/proxy.md as it stands there, but for Mailhold's port. */
export async function behind(language: string, proxy: Proxy): Promise<Proxied> {
  const mailhold = await startMailhold({
    basePath: '/mail',
    http: '127.0.0.1:0',
    allowedHosts: 'mail.example.com',
  })
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-proxy-'))
  const port = await freePort()
  const snippet = snippetOf(language).replaceAll('127.0.0.1:8025', new URL(mailhold.url).host)
  writeFileSync(join(folder, 'proxy.conf'), proxy.configuration(snippet, port))
  const child = spawn(proxy.program, proxy.args, { cwd: folder, env: { ...process.env, HOME: folder } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (octets) => (printed += octets))
  await open(port, child, () => printed)
  return {
    mailhold,
    url: `http://127.0.0.1:${port}/mail`,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      // Caddy would wait for connections that a client keeps open
      child.kill('SIGKILL')
      await ended
      await mailhold.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function snippetOf(language: string): string {
  const page = allPages().find(({ path }) => path === 'docs/proxy.md')
  const block = page && blocksOf(page).find((one) => one.language === language)
  if (!block) throw new Error(`docs/proxy.md shows nothing for ${language}`)
  return block.text
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Proxies say nothing when they are ready. */
async function open(port: number, child: ChildProcess, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the proxy does not listen: ${printed()}`)
}

const mail = 'Subject: Through the proxy\r\n\r\nHello.\r\n'

/** An event comes while the stream stays open: a proxy that buffers would keep it. */
export async function tellsEventsAtOnce({ mailhold, url }: Proxied): Promise<void> {
  const answer = await fetch(`${url}/v1/events`)
  const events = readEvents(answer)
  const sender = await openSender(mailhold.smtp?.port ?? 0)
  await sender.deliver(Buffer.from(mail))
  sender.close()

  const event = await events.next()
  await events.close()

  expect(event).toMatchObject({ event: 'kept', data: { message: { subject: 'Through the proxy' } } })
}

/** A wait is held, and answered the moment the mail is there. */
export async function holdsWaits({ mailhold, url }: Proxied): Promise<void> {
  const waiting = fetch(`${url}/v1/wait?subject=Awaited&timeout=20s`)
  const sender = await openSender(mailhold.smtp?.port ?? 0)
  await sender.deliver(Buffer.from('Subject: Awaited\r\n\r\nHello.\r\n'))
  sender.close()

  expect((await waiting).status).toBe(200)
}

/** Large messages and ranges of them go both ways, and addresses in answers have the path. */
export async function passesOctets({ url }: Proxied): Promise<void> {
  const octets = Buffer.from(`Subject: Large\r\n\r\n${'0123456789abcde\n'.repeat(400_000)}`)
  const headers = { 'content-type': 'message/rfc822' }
  const kept = await fetch(`${url}/v1/messages?to=ada@example.com`, { method: 'POST', headers, body: octets })
  const summary: unknown = await kept.json()
  const raw = Buffer.from(await (await fetch(`${url}/v1/messages/latest/raw`)).arrayBuffer())
  const part = await fetch(`${url}/v1/messages/latest/raw`, { headers: { range: 'bytes=0-13' } })

  expect(kept.status).toBe(201)
  expect(summary).toMatchObject({ url: expect.stringContaining('/mail/') })
  expect(raw.equals(octets)).toBe(true)
  expect([part.status, await part.text()]).toEqual([206, 'Subject: Large'])
}

/** The page stands below the path; other names are refused by Mailhold, which sees the Host as it came. */
export async function keepsPathAndHost({ url }: Proxied): Promise<void> {
  const page = await fetch(`${url}/`)
  const short = await fetch(url, { redirect: 'manual' })
  const outside = await fetch(url.replace('/mail', '/v1/status'))

  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect([short.status, new URL(short.headers.get('location') ?? '', `${url}/`).pathname]).toEqual([
    308,
    '/mail/',
  ])
  expect(outside.headers.get('content-type') ?? '').not.toContain('application/json')
  expect(await statusFor(url, 'mail.example.com')).toBe(200)
  expect(await statusFor(url, 'evil.example.com')).toBe(421)
}

async function statusFor(url: string, host: string): Promise<number> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(`GET /mail/v1/status HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  const [octets] = await once(socket, 'data')
  socket.destroy()
  return Number(/^HTTP\/1\.1 (\d+)/.exec(String(octets))?.[1])
}
