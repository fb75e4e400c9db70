import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { expect, test } from 'vitest'
import { makeCertificate } from '#mailhold/lines/certificate.js'
import { agreedTls, secureContextOptions } from '#mailhold/lines/tls.js'

const wish = { hostName: 'build-7', names: ['mail.example.test', '192.0.2.7'] }

test('it names the usual hosts, this machine and the wished names', async () => {
  const { cert } = await makeCertificate(wish)

  expect(new X509Certificate(cert).subjectAltName?.split(', ')).toEqual([
    'DNS:localhost',
    'DNS:mailhold',
    'DNS:host.docker.internal',
    'IP Address:127.0.0.1',
    'IP Address:0:0:0:0:0:0:0:1',
    'DNS:build-7',
    'DNS:mail.example.test',
    'IP Address:192.0.2.7',
  ])
})

test('it is a leaf that cannot sign others, and its key is its own', async () => {
  const { key, cert } = await makeCertificate(wish)
  const certificate = new X509Certificate(cert)

  expect(certificate.ca).toBe(false)
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(key).toContain('PRIVATE KEY')
})

test('it is good for 825 days', async () => {
  const { cert } = await makeCertificate({ ...wish, now: new Date('2030-01-01T00:00:00Z') })
  const { validFrom, validTo } = new X509Certificate(cert)

  expect([validFrom, validTo]).toEqual(['Jan  1 00:00:00 2030 GMT', 'Apr  5 00:00:00 2032 GMT'])
})

test('a client that trusts it gets TLS 1.2 or 1.3, and nothing older', async ({ onTestFinished }) => {
  const made = await makeCertificate({ hostName: 'localhost' })
  const server = tls.createServer(secureContextOptions(made))
  onTestFinished(() => void server.close())
  const agreed = new Promise((resolve) => server.once('secureConnection', (s) => resolve(agreedTls(s))))
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const trusting = tls.connect({ host: '127.0.0.1', port, ca: made.cert, servername: 'localhost' })
  await once(trusting, 'secureConnect')
  expect(trusting.authorized).toBe(true)
  expect(await agreed).toEqual({
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    servername: 'localhost',
  })
  trusting.destroy()

  const old = tls.connect({
    host: '127.0.0.1',
    port,
    rejectUnauthorized: false,
    maxVersion: 'TLSv1.1',
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  })
  await expect(once(old, 'secureConnect')).rejects.toThrow()
})
