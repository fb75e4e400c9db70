// Sends many mails over several connections and tells how long it took: Postfix's smtp-source where it is installed,
// else a small sender of our own.

import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { has } from './servers.mjs'

const folder = mkdtempSync(join(tmpdir(), 'mailhold-bench-mails-'))

/** @returns mails per second */
export async function send({ port, mail, count, connections, reuse }) {
  const began = performance.now()
  if (has('smtp-source')) await withSmtpSource({ port, mail, count, connections, reuse })
  else await withOwn({ port, mail, count, connections, reuse })
  return count / ((performance.now() - began) / 1000)
}

const withSmtpSource = ({ port, mail, count, connections, reuse }) =>
  new Promise((resolve, reject) => {
    const file = join(folder, `${mail.octets.length}.eml`)
    writeFileSync(file, mail.octets.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    const addresses = ['-f', 'shop@example.com', '-t', 'ada@example.com']
    const args = ['-s', String(connections), '-m', String(count), ...addresses, '-F', file]
    const child = spawn('smtp-source', [...(reuse ? ['-d'] : []), ...args, `127.0.0.1:${port}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`smtp-source ended with ${code}`)),
    )
  })

const withOwn = async ({ port, mail, count, connections, reuse }) => {
  const stuffed = Buffer.from(
    `${mail.octets.toString('latin1').replaceAll('\r\n.', '\r\n..')}\r\n.\r\n`,
    'latin1',
  )
  let left = count
  const worker = async () => {
    let session
    while (left > 0) {
      left -= 1
      session ??= await open(port)
      await session.deliver(stuffed)
      if (reuse) continue
      session.quit()
      session = undefined
    }
    session?.quit()
  }
  await Promise.all(Array.from({ length: connections }, worker))
}

const open = async (port) => {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  let waiting
  let text = ''
  socket.on('data', (data) => {
    text += data
    const match = /^(\d{3}) .*\r\n/m.exec(text)
    if (!match) return
    text = text.slice(match.index + match[0].length)
    waiting?.(match[1])
  })
  const reply = () =>
    new Promise((resolve) => {
      waiting = resolve
    })
  const say = (line) => {
    const answer = reply()
    socket.write(line)
    return answer
  }
  await reply()
  await say('EHLO bench\r\n')
  return {
    async deliver(stuffed) {
      await say('MAIL FROM:<shop@example.com>\r\n')
      await say('RCPT TO:<ada@example.com>\r\n')
      await say('DATA\r\n')
      const code = await say(stuffed)
      if (code !== '250') throw new Error(`the server answered ${code}`)
    },
    quit: () => socket.end('QUIT\r\n'),
  }
}
