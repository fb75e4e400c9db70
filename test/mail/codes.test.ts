import { describe, expect, test } from 'vitest'
import { indexText, properHeader } from '../support/mail-index.js'

const codes = (text: string) =>
  indexText(`${properHeader}Subject: s\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`).codes

describe('a one-time code is found', () => {
  test.each([
    ['Your verification code is 123456. It expires in 10 minutes.', '123456'],
    ['Use the following code to sign in:\n\n 483 920\n\nIt expires in 15 minutes.', '483920'],
    ['G-482913 is your Google verification code.', '482913'],
    ['Your OTP: 9921', '9921'],
    ['Verification code\n1 2 3 4 5 6\nDo not share', '123456'],
    ['Your confirmation code is XK7-9QZ', 'XK7-9QZ'],
    ['Enter this code:\n\nABC-DEF\n\nto continue', 'ABC-DEF'],
    ['Your login code: a1b2c3', 'a1b2c3'],
    ['Invoice number: 20231234. PIN 5512', '5512'],
    ['To verify, enter 778812 in the app. This one-time passcode is valid for 5 minutes.', '778812'],
    ['Bestätigungscode: 448211\nBestellnummer 88123455', '448211'],
    ['Votre code de vérification est : 771 204', '771204'],
    ['Tu código de verificación es 30491. Pedido 8812233', '30491'],
    ['Il tuo codice di verifica è 552918', '552918'],
    ['Seu código de segurança: 901245', '901245'],
    ['Uw verificatiecode is 662118', '662118'],
    ['Twój kod weryfikacyjny: 119922', '119922'],
    ['Din verifieringskod är 4471', '4471'],
    ['Doğrulama kodunuz: 883311', '883311'],
    ['Ваш код подтверждения: 604812', '604812'],
    ['Ověřovací kód: 441122', '441122'],
    ['Vahvistuskoodi: 551122', '551122'],
    ['認証コード: 118822\n10分以内に入力してください', '118822'],
    ['您的验证码是 339201，5分钟内有效', '339201'],
    ['인증번호 [482910]를 입력하세요', '482910'],
    ['Your verification code:\n\n1 2 3 - 4 5 6\n', '123456'],
    ['Your verification code: 4-8-2-9-1-3', '482913'],
    ['Your verification code\n4\n8\n2\n9\n1\n3\nIt expires soon', '482913'],
    ['Your one-time code:\n\n*9 1 2 3 4 5*\n', '912345'],
    ['Paste this code where you sign in:\n\n[ HX7T9Q ]\n', 'HX7T9Q'],
    ['Copy this temporary login code:\n\nplain-river-lamp\n', 'plain-river-lamp'],
    ['Your login code: plain-river-lamp', 'plain-river-lamp'],
    ['Use the login code directly:\n\nwkxdd-pylxr\n', 'wkxdd-pylxr'],
    ['Your PIN is 9911.\nYour login code is 771122.', '771122'],
  ])('%j', (text, expected) => expect(codes(text)[0]?.value).toBe(expected))

  test('in HTML, not in its style sheet or addresses', () => {
    const facts = indexText(
      `${properHeader}Subject: Your code\nContent-Type: text/html\n\n<style>.code{color:#123456}</style><p>Your code:</p><p><b>774411</b></p><a href="https://e.com/code/998877">verify code</a>`,
    )
    expect(facts.codes.map(({ value }) => value)).toEqual(['774411'])
  })

  test('with certainty in the OTP-Token header', () => {
    const facts = indexText(`${properHeader}Subject: s\nOTP-Token: 5566\n\nhello`)
    expect(facts.codes).toEqual([{ value: '5566', confidence: 1, near: 'OTP-Token' }])
  })
})

describe('no code is seen in', () => {
  test.each([
    'Your order number 123456 has shipped. Use code SUMMER20 at checkout.',
    'Order #445566. Total $1234. © 2024 Example Inc. Call 555 123 4567',
    'Copyright 2023. Zip code 90210. Colour #112233',
    'Discount code: SAVE2024',
    'Click https://example.com/code/123456 to verify your code',
    'Your reset code expires in 2024. Contact +49 30 123456 for a code',
    'Ihre Rechnung 4711 vom 12.11.2023 über 1234,50 EUR. Kundennummer 998877',
    'Tracking code 1Z999 and tracking number 12345678',
    'The meeting is on 2024-05-06 at 1030 in room 4412.',
    'Your login code is time-sensitive. The security code: one-time use only.',
    'Our login code is new:\n\none-tap\nlong-lasting\nself-service',
    'Choose a verification code from the pages\n1\n2\n3\n4\n5\n6\n',
    'Your card has a new security code.\n\nCard number ends in\n4471\n',
  ])('%j', (text) => expect(codes(text)).toEqual([]))
})

describe('under a subject that speaks of a code', () => {
  const codesUnder = (subject: string, text: string) =>
    indexText(
      `${properHeader}Subject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`,
    ).codes.map(({ value }) => value)
  const footer = `Example Inc, 548 Market St #48213, San Francisco, CA 94104. ${'We are here to help. '.repeat(20)}`

  test.each([
    ['Enter 293184 to continue.', '293184'],
    [`Enter 293184 to continue.\n\n${footer}`, '293184'],
    [`Hi Ada,\n\n731 904\n\nIt expires in 10 minutes.\n\n${footer}`, '731904'],
  ])('what is to be typed is one: %j', (text, code) =>
    expect(codesUnder('Your verification code', text)).toEqual([code]),
  )

  test.each([
    `It was used today. Not you? Log in.\n\nReference\n88120447\n\n${footer}`,
    `We sent it by letter, log in until then.\n\nAmount\n4500\n`,
    `It is not valid for this page: https://e.com/verify/771204`,
  ])('other numbers are none: %j', (text) => expect(codesUnder('Your verification code', text)).toEqual([]))
})
