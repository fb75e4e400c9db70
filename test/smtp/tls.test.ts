import { once } from 'node:events'
import net from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate } from '#mailhold/lines/certificate.js'
import { clientTest, runIn } from '../support/client-program.js'
import { play } from '../support/dialogue.js'
import { DialogueClient } from '../support/dialogue-client.js'
import { distrust, distrustingVersions } from '../support/distrusting-client.js'
import { smtp } from '../support/smtp.js'
import { script } from '../support/smtp-script.js'

let made: { key: string; cert: string }
beforeAll(async () => {
  made = await makeCertificate({ hostName: 'mx.test' })
})

const plainText =
  'The TLS handshake failed: the client spoke plain text where TLS begins; switch TLS on in it, or send it to a port without TLS'
const distrusted: Readonly<Record<string, string>> = {
  'TLSv1.2':
    'The client left right after the TLS handshake, most often because it does not trust the certificate; give it what `mailhold cert` prints, or switch its check of certificates off',
  'TLSv1.3':
    'The TLS handshake failed: the client gave up, most often because it does not trust the certificate; give it what `mailhold cert` prints, or switch its check of certificates off',
}

const message = `
  C: MAIL FROM:<ada@example.com>
  S: 250 2.1.0 Ok
  C: RCPT TO:<bob@example.com>
  S: 250 2.1.5 Ok
  C: DATA
  S: 354 End with <CR><LF>.<CR><LF>
  C: secret
  C: .
  S: 250 2.0.0 Ok: kept as m1`

describe('STARTTLS', () => {
  test('is offered, and mail comes in under it', async () => {
    const { at, mailroom } = await smtp({ starttls: true, tls: made })

    await play(
      at,
      `S: 220 …
      C: EHLO me
      ${'S: 250-…\n'.repeat(10)}
      S: 250-STARTTLS
      S: 250 HELP
      C: STARTTLS
      S: 220 2.0.0 Ready to start TLS
      * starttls
      C: EHLO me again
      ${'S: 250-…\n'.repeat(10)}
      S: 250 HELP
      C: STARTTLS
      S: 503 5.5.1 TLS is on already
      ${message}
      ${script.goodbye}`,
    )

    await mailroom.until(() => mailroom.ended.length === 1)
    const [kept] = mailroom.kept
    expect(kept?.octets.toString()).toBe('secret\r\n')
    expect(kept?.origin).toMatchObject({ via: 'smtp', helo: 'me again', tls: { protocol: 'TLSv1.3' } })
    expect(mailroom.ended[0]?.tls).toEqual({ protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' })
  })

  test('forgets what was said before: name, user, transaction', async () => {
    const { at, mailroom } = await smtp({ starttls: true, tls: made })

    await play(
      at,
      `${script.greeted}
      C: AUTH PLAIN AGFkYQB4
      S: 235 2.7.0 Authentication successful
      C: MAIL FROM:<ada@example.com>
      S: 250 2.1.0 Ok
      C: STARTTLS
      S: 220 2.0.0 Ready to start TLS
      * starttls
      C: MAIL FROM:<ada@example.com>
      S: 503 5.5.1 Say EHLO or HELO first
      C: HELO me
      S: 250 mx.test
      C: RCPT TO:<bob@example.com>
      S: 503 5.5.1 Say MAIL FROM first
      ${script.goodbye}`,
    )

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.auth).toBeUndefined()
    expect(mailroom.transactions.map(({ endings }) => endings)).toEqual([[undefined]])
  })

  test('forgets the name also where the client does not give it again', async () => {
    const { at, mailroom } = await smtp({ starttls: true, tls: made })

    await play(
      at,
      `${script.greeted}
      C: STARTTLS
      S: 220 2.0.0 Ready to start TLS
      * starttls
      ${script.goodbye}`,
    )

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.helo).toBeUndefined()
  })

  test('what was pipelined behind it in plain text is dropped', async () => {
    const { at, mailroom } = await smtp({ starttls: true, tls: made })
    const client = await DialogueClient.connect(at)
    await client.reply()
    await client.ask('HELO me')

    await client.send('STARTTLS\r\nMAIL FROM:<evil@example.com>\r\nRCPT TO:<victim@example.com>\r\nNOOP')
    expect(await client.reply()).toBe('220 2.0.0 Ready to start TLS')
    await client.upgrade()

    expect(await client.ask('NOOP')).toBe('250 2.0.0 Ok')
    expect(await client.ask('RSET')).toBe('250 2.0.0 Ok')
    expect(mailroom.transactions).toEqual([])
    client.close()
  })

  test('takes no argument', async () => {
    const { at } = await smtp({ starttls: true, tls: made })

    await play(
      at,
      `${script.greeted}\nC: STARTTLS now\nS: 501 5.5.4 STARTTLS takes no argument${script.goodbye}`,
    )
  })

  test('a handshake that fails is told by the session', async () => {
    const { at, mailroom } = await smtp({ starttls: true, tls: made })

    await play(
      at,
      `${script.greeted}
      C: STARTTLS
      S: 220 2.0.0 Ready to start TLS
      C: this is no handshake`,
    ).catch(() => {})

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.problems).toEqual([{ code: 'tlsFailed', message: plainText }])
    const notes = mailroom.ended[0]?.transcript.filter(({ who }) => who === 'note')
    expect(notes?.map(({ text }) => text)).toEqual([plainText])
  })

  test.each(distrustingVersions)(
    'a client that does not trust the certificate (%s) is told of',
    async (version) => {
      const { at, mailroom } = await smtp({ starttls: true, tls: made })
      const client = await DialogueClient.connect(at)
      await client.reply()
      await client.ask('HELO me')
      await client.ask('STARTTLS')

      await distrust({ socket: client.socket }, version)
      client.close()

      await mailroom.until(() => mailroom.ended.length === 1)
      expect(mailroom.ended[0]?.problems).toEqual([{ code: 'tlsFailed', message: distrusted[version] }])
    },
  )

  test('while it is off, trying it is a problem of the session', async () => {
    const { at, mailroom } = await smtp()

    await play(
      at,
      `${script.greeted}
      C: STARTTLS
      S: 502 5.5.1 STARTTLS is off here; start mailhold with --starttls
      C: STARTTLS
      S: 502 5.5.1 STARTTLS is off here; start mailhold with --starttls
      ${script.goodbye}`,
    )

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.problems).toEqual([
      { code: 'starttlsOff', message: 'STARTTLS is off here; start mailhold with --starttls' },
    ])
  })
})

describe('smtps', () => {
  const listeners = [{ host: '127.0.0.1', port: 0, tls: true }]

  test('mail comes in under TLS from the first octet', async () => {
    const { at, mailroom } = await smtp({ listeners, tls: made })

    await play(at, `${script.greeted}${message}${script.goodbye}`)

    expect(mailroom.kept[0]?.origin).toMatchObject({ via: 'smtps', tls: { protocol: 'TLSv1.3' } })
  })

  test('a client that half-closes gets its replies', async () => {
    const { at, mailroom } = await smtp({ listeners, tls: made })
    const client = await DialogueClient.connect(at)

    client.socket.end('HELO me\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\nDATA\r\n.\r\n')

    expect(await client.rest()).toContain('250 2.0.0 Ok: kept as m1')
    expect(mailroom.kept).toHaveLength(1)
    client.close()
  })

  test('a client that speaks plain text is closed, and others are served', async () => {
    const { at, mailroom } = await smtp({ listeners, tls: made })
    const plain = net.connect(at.port, at.host)

    plain.write('EHLO me\r\n')
    plain.resume()
    await once(plain, 'close').catch(() => {})

    await play(at, `${script.greeted}${script.goodbye}`)
    await mailroom.until(() => mailroom.ended.length === 2)
    expect(mailroom.ended[0]?.problems).toEqual([{ code: 'tlsFailed', message: plainText }])
    expect(mailroom.ended[1]?.problems).toEqual([])
  })

  test.each(distrustingVersions)(
    'a client that does not trust the certificate (%s) is told of',
    async (version) => {
      const { at, mailroom } = await smtp({ listeners, tls: made })

      await distrust({ host: at.host, port: at.port }, version)

      await mailroom.until(() => mailroom.ended.length === 1)
      expect(mailroom.ended[0]?.problems).toEqual([{ code: 'tlsFailed', message: distrusted[version] }])
    },
  )

  test('a client that only looks whether the port is open is not said to distrust', async () => {
    const { at, mailroom } = await smtp({ listeners, tls: made })

    net.connect(at.port, at.host).end()

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.problems).toEqual([
      { code: 'tlsFailed', message: 'The TLS handshake failed: the client closed without a word' },
    ])
  })

  clientTest('openssl', 'says that it does not trust the certificate', async () => {
    const { at, mailroom } = await smtp({ listeners, tls: made })

    await runIn('/', 'openssl', 's_client', '-verify_return_error', '-connect', `${at.host}:${at.port}`)

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.problems).toEqual([
      {
        code: 'tlsFailed',
        message:
          'The TLS handshake failed: the client does not trust the certificate; give it what `mailhold cert` prints, or switch its check of certificates off',
      },
    ])
  })

  test('a client that speaks TLS to a plain port is told by the session', async () => {
    const { at, mailroom } = await smtp()

    await DialogueClient.connect({ ...at, tls: true }).catch(() => {})

    await mailroom.until(() => mailroom.ended.length === 1)
    expect(mailroom.ended[0]?.problems).toEqual([
      {
        code: 'tlsOnPlainPort',
        message: 'This port speaks plain text; the client began with a TLS handshake',
      },
    ])
  })

  test('it does not start without a certificate', async () => {
    await expect(smtp({ listeners })).rejects.toThrow('needs a certificate')
  })
})
