import { test } from 'vitest'
import { makeCertificate } from '#mailhold/lines/certificate.js'
import { play } from '../support/dialogue.js'
import { pop3Server } from '../support/pop3-server.js'

const ofServer = `
  S: RESP-CODES
  S: AUTH-RESP-CODE
  S: PIPELINING
  S: EXPIRE NEVER
  S: IMPLEMENTATION Mailhold
  S: .`

test('CAPA tells before and after login what there is', async () => {
  await using pop3 = await pop3Server([])

  const capabilities = `
    C: CAPA
    S: +OK capabilities follow
    S: USER
    S: SASL PLAIN LOGIN XOAUTH2
    S: UTF8 USER
    S: TOP
    S: UIDL${ofServer}`
  await play(
    pop3.address,
    `S: +OK …
    ${capabilities}
    C: USER ada
    S: +OK …
    C: PASS x
    S: +OK …
    ${capabilities}`,
  )
})

test('CAPA offers STLS where there is a certificate, before login and before TLS only', async () => {
  await using pop3 = await pop3Server([], { tls: await makeCertificate({ hostName: 'mailhold.test' }) })

  await play(
    pop3.address,
    `S: +OK …
    C: CAPA
    S: +OK capabilities follow
    S: USER
    S: SASL PLAIN LOGIN XOAUTH2
    S: STLS
    S: UTF8 USER
    S: TOP
    S: UIDL${ofServer}
    C: STLS
    S: +OK begin TLS
    * starttls
    C: CAPA
    S: +OK capabilities follow
    S: USER
    S: SASL PLAIN LOGIN XOAUTH2
    S: UTF8 USER
    S: TOP
    S: UIDL${ofServer}
    C: STLS
    S: -ERR TLS is on already`,
  )
})

test('CAPA tells after how many days mail may go', async () => {
  await using pop3 = await pop3Server([], { expireDays: 30 })

  await play(
    pop3.address,
    `S: +OK …
    C: CAPA
    S: +OK capabilities follow
    S: USER
    S: SASL PLAIN LOGIN XOAUTH2
    S: UTF8 USER
    S: TOP
    S: UIDL
    S: RESP-CODES
    S: AUTH-RESP-CODE
    S: PIPELINING
    S: EXPIRE 30
    S: IMPLEMENTATION Mailhold
    S: .`,
  )
})
