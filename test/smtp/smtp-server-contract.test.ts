// What we rely on of smtp-server beyond its documented face. Each test names the member and says what it must do;
// when a new version breaks one, src/smtp/transport has to follow.

import { once } from 'node:events'
import { createRequire } from 'node:module'
import { TLSSocket } from 'node:tls'
import { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js'
import { SMTPStream } from 'smtp-server/lib/smtp-stream.js'
import { describe, expect, test } from 'vitest'
import { makeCertificate } from '#mailhold/lines/certificate.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { connected, isClosed, probed } from '../support/smtp-probe.js'

test('the version is the one that these were written for', () => {
  expect(createRequire(import.meta.url)('smtp-server/package.json').version).toBe('3.21.6')
})

describe('SMTPServer', () => {
  test('connect gets every socket, and what it makes is ours to add to connections', async () => {
    const { server, probe, client } = await connected()

    expect(server.connections.has(probe)).toBe(true)
    await client.ask('QUIT')
    expect(server.connections.size).toBe(0)
  })

  test('updateSecureContext runs in the constructor; without it nothing is in secureContext', () => {
    let calls = 0
    class Bare extends SMTPServer {
      override updateSecureContext(): void {
        calls++
        this.secureContext = new Map()
      }
    }

    const server = new Bare({ logger: false })

    expect([calls, server.secureContext.size]).toEqual([1, 0])
  })

  test('_pendingSockets holds sockets whose handshake is under way', async () => {
    const { server, at } = await probed({ secure: true })
    const isAccepted = once(server.server, 'connection')
    const client = await DialogueClient.connect(at)
    await isAccepted

    expect(server._pendingSockets.size).toBe(1)
    client.close()
  })

  test('_upgrade makes the TLS socket, which _pendingSockets holds when it returns', async () => {
    const { server, at } = await probed({ secure: true })
    const upgraded = new Promise<unknown>((resolve) => {
      const upgrade = server._upgrade.bind(server)
      server._upgrade = (socket, callback) => {
        upgrade(socket, callback)
        resolve(server._pendingSockets.get(socket))
      }
    })
    const client = await DialogueClient.connect(at)

    expect(await upgraded).toBeInstanceOf(TLSSocket)
    client.close()
  })

  test('onAuth decides, and its user becomes session.user', async () => {
    const user = { name: 'ada' }
    const { client, probe } = await connected({
      onAuth: (_auth, _session, callback) => callback(null, { user }),
    })
    await client.ask('EHLO me')

    await client.ask(`AUTH PLAIN ${Buffer.from('\0ada\0x').toString('base64')}`)

    expect(probe.session.user).toBe(user)
  })
})

describe('SMTPConnection', () => {
  test('_createParser runs in the constructor and its parser becomes _parser', async () => {
    const { probe } = await connected()

    expect(probe.calls).not.toContain('_createParser')
    expect(probe._parser).toBeInstanceOf(SMTPStream)
  })

  test('_setListeners pipes _socket into _parser and then calls back', async () => {
    const { probe, client } = await connected()

    await client.ask('NOOP')

    expect(probe.calls).toEqual(['send 220', '_onCommand NOOP', 'send 250'])
  })

  test('_ready is what keeps early talkers out', async () => {
    const { probe, client } = await connected()
    probe._ready = false

    expect(await client.ask('NOOP')).toMatch(/^421 .*talk too soon/)
  })

  test('_onCommand gives _getHandler the verb in capitals, and its handler the line and a callback', async () => {
    const { probe, client } = await connected()
    probe.handlers.set('XYZZY', (line, done) => {
      probe.send(250, `heard ${line}`)
      done()
    })

    expect(await client.ask('xyzzy plugh')).toBe('250 heard xyzzy plugh')
  })

  test('_onCommand wants hostNameAppearsAs before MAIL, RCPT, DATA and AUTH', async () => {
    const { probe, client } = await connected()
    for (const verb of ['MAIL', 'RCPT', 'DATA', 'AUTH']) {
      expect(await client.ask(`${verb} x`)).toMatch(/^503 /)
    }
    probe.handlers.set('MAIL', (_line, done) => {
      probe.send(250, 'ran')
      done()
    })

    probe.hostNameAppearsAs = 'me'

    expect(await client.ask('MAIL x')).toBe('250 ran')
  })

  test('_handlerPending holds _onTimeout off', async () => {
    const { probe, client } = await connected({ socketTimeout: 300 })

    probe._handlerPending = true
    probe._onTimeout()
    expect(probe.calls).not.toContain('send 421')
    probe._handlerPending = false

    expect(await client.reply()).toBe('421 Timeout - closing connection')
  })

  test('_nextHandler gets the next line of a SASL exchange, and false ends it', async () => {
    const { probe, client } = await connected()
    await client.ask('EHLO me')

    expect(probe._nextHandler).toBe(false)
    await client.ask('AUTH LOGIN')
    expect(probe._nextHandler).toBeTypeOf('function')
    probe._nextHandler = false

    expect(await client.ask('NOOP')).toBe('250 OK')
  })

  test('handler_AUTH runs the exchange and calls back when its first step is done', async () => {
    const { probe, client } = await connected()
    let steps = 0
    probe.handlers.set('AUTH', (line, done) => {
      SMTPConnection.prototype.handler_AUTH.call(probe, line, () => {
        steps++
        done()
      })
    })
    await client.ask('EHLO me')

    expect(await client.ask('AUTH PLAIN')).toBe('334 ')
    expect(steps).toBe(1)
    expect(await client.ask('*')).toMatch(/^501 /)
  })

  test('send says everything that smtp-server says by itself, with _getEnhancedStatusCode', async () => {
    const { probe, client } = await connected({ hideENHANCEDSTATUSCODES: false })

    expect(await client.ask('GET / HTTP/1.1')).toBe('421 4.4.2 HTTP requests not allowed')
    expect(probe.calls.at(-1)).toBe('send 421')
    expect(probe._getEnhancedStatusCode(220, false)).toBe('')
    expect(probe._getEnhancedStatusCode(535, 'AUTH')).toBe('5.7.8')
  })

  test('close sets _closing, closes the parser, and leaves connections', async () => {
    const { server, probe, client } = await connected()
    const parser = probe._parser

    probe.close()

    expect([probe._closing, isClosed(parser), server.connections.size]).toEqual([true, true, 0])
    expect(await client.rest()).toBe('')
  })

  test('_onClose comes when the socket is closed, and sets _closed', async () => {
    const { probe, client } = await connected()

    client.close()
    await once(probe, 'gone')

    expect([probe._closed, probe._parser]).toEqual([true, false])
  })

  test('_onError gets the errors of _socket', async () => {
    const { probe } = await connected()

    probe._socket.destroy(new Error('broken'))
    const [error] = await once(probe, 'failed')

    expect(error.message).toBe('broken')
  })

  test('upgrade gives _armTimeout the TLS socket when _upgrading is set', async () => {
    const made = await makeCertificate({ hostName: 'localhost' })
    const { probe, client } = await connected(made)
    const armed: unknown[] = []
    probe._armTimeout = (socket) => {
      armed.push([socket instanceof TLSSocket, probe._upgrading])
    }

    await client.ask('STARTTLS')

    expect(armed).toEqual([[true, true]])
    client.close()
  })

  test('upgrade retires the parser, sets _upgrading, and calls _resetSession on the TLS socket', async () => {
    const made = await makeCertificate({ hostName: 'localhost' })
    const { probe, client } = await connected(made)
    const first = probe._parser

    await client.ask('STARTTLS')
    expect([probe._upgrading, isClosed(first), probe.secure]).toEqual([true, true, false])
    await client.upgrade()
    await client.ask('NOOP')

    expect(probe.calls).toEqual([
      'send 220',
      '_onCommand STARTTLS',
      'send 220',
      '_createParser',
      '_resetSession, TLS true, upgrading false',
      '_onCommand NOOP',
      'send 250',
    ])
    expect([probe._parser === first, probe.secure, probe.hostNameAppearsAs]).toEqual([false, true, false])
  })
})

describe('SMTPStream', () => {
  test('is a Writable whose _write can be replaced whole; at its end it runs only what _remainder holds', async () => {
    const ran: string[] = []
    class Own extends SMTPStream {
      override _write(_chunk: Buffer, _encoding: string, next: () => void): void {
        next()
      }
    }
    const stream = new Own()
    stream.oncommand = (line) => ran.push(line.toString())

    stream.end('NOOP\r\nQUIT')
    await once(stream, 'finish')

    expect([ran, stream._remainder, stream.isClosed]).toEqual([[], '', false])
  })
})
