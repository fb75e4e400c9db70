// Mails whose subject speaks of a code and whose text has one or none, and codes of rare forms: digits set apart, words.

import { type CodeFixture, page } from './fixture.js'

export const announcedMails: readonly CodeFixture[] = [
  { language: 'en', subject: 'Your verification code', text: 'Enter 293184 to continue.', code: '293184' },
  {
    language: 'en',
    subject: 'Verify your email',
    text: 'Your verification code is\n\n1 2 3 - 4 5 6\n\nIt expires soon.',
    code: '123456',
  },
  {
    language: 'en',
    subject: 'Verify your email',
    text: 'Your verification code is: *9 1 2 3 4 5*',
    code: '912345',
  },
  {
    language: 'en',
    subject: 'Your temporary login code',
    text: 'Copy and paste this temporary login code:\n\nplain-river-lamp-soup\n\nIf you did not try to log in, ignore this mail.',
    code: 'plain-river-lamp-soup',
  },
  {
    language: 'en',
    subject: 'Your codes',
    text: 'Your PIN is 9911.\nYour login code is 771122.',
    code: '771122',
  },
  {
    language: 'en',
    subject: 'Your security code',
    text: 'Hello Ada,\n\n  731 904\n\nEnter it within 10 minutes. Your Example team\n1204 Harbour Road, Leeds LS1 4DY',
    code: '731904',
  },
  {
    language: 'en',
    subject: 'Verification code for your account',
    html: page(
      '<p>Hi,</p><p>please type 55218 on the page that is open to go on.</p><p>Thanks!</p>',
      'Example Inc, 548 Market St, San Francisco, CA 94104. Case 10448211',
    ),
    code: '55218',
  },
  {
    language: 'en',
    subject: 'Your verification code was used',
    text: 'The verification code for your account was used on 22 November 2026.\n\nDevice\nFirefox 140\n\nReference\n88120447\n\nNot you? Call 0800 330 4471.',
  },
  {
    language: 'en',
    subject: 'Security code changed on card ending 4471',
    text: 'Hi Ada,\n\nyour new card has a new security code. Activate it in the app.\n\nCard number ends in\n4471\n\nBranch\n201555',
  },
  {
    language: 'en',
    subject: 'How verification codes work',
    html: page(
      '<h1>Never type your code anywhere else</h1><ol><li>Sign in</li><li>Wait</li></ol><p>Article 4812. Read by 20331 people.</p><table><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td></tr><tr><td>5</td></tr></table>',
    ),
  },
  {
    language: 'en',
    subject: 'Sign in to Paperplane',
    html: page(
      '<p>Your sign-in code</p><p style="font-size:24px">amber-otter-lantern</p><p>It works once.</p>',
    ),
    code: 'amber-otter-lantern',
  },
  {
    language: 'en',
    subject: 'Our sign-in code is getting better',
    text: 'Our login code is now time-sensitive and easy-to-use. What is new in the login code:\n\none-tap\nlong-lasting\nself-service\n\nVersion 20261',
  },
  {
    language: 'en',
    subject: 'Confirm your address',
    text: 'Your confirmation code: 4-8-2-0-1-9\nValid for 15 minutes.',
    code: '482019',
  },
  {
    language: 'en',
    subject: 'Login attempt',
    text: 'Use this one-time code:\n\n***************\n* 902 518 *\n***************\n\nDo not share it.',
    code: '902518',
  },
  {
    language: 'de',
    subject: 'Ihr Anmeldecode',
    text: 'Hallo Ada,\n\nbitte geben Sie 48120 ein, um fortzufahren.\n\nBeispiel GmbH, 10115 Berlin',
    code: '48120',
  },
  {
    language: 'de',
    subject: 'Ihr Sicherheitscode wurde geändert',
    text: 'Guten Tag,\n\nIhr Sicherheitscode wurde am 22.11.2026 geändert.\n\nKundennummer\n10448211\n\nHaben Sie das nicht veranlasst? 0800 330 4471',
  },
  {
    language: 'fr',
    subject: 'Votre code de connexion',
    text: 'Bonjour,\n\n« 402 771 »\n\nIl expire dans 10 minutes. Exemple SAS, 75002 Paris',
    code: '402771',
  },
  {
    language: 'es',
    subject: 'Código de verificación',
    text: 'Hola:\n\n8 1 - 2 2 - 9 0\n\nCaduca en 10 minutos.',
    code: '812290',
  },
  {
    language: 'ja',
    subject: '認証コードのお知らせ',
    text: '以下の番号を入力してください。\n\n【 602917 】\n\n有効期限は10分です。',
    code: '602917',
  },
  {
    language: 'en',
    subject: 'Order confirmed',
    text: 'Thanks! Show code-name blue-green-yellow at the desk.\nPickup desk: left-hand-side\n\nOrder\n204551\n\nEnter through gate 4471.',
  },
  {
    language: 'en',
    subject: 'Password reset code',
    text: 'Someone asked to reset your password. We have sent the code to your phone ending 88.\n\nRequest\n\n2026-11-22\n\n10448\n\nIgnore this if it was not you.',
  },
  {
    language: 'en',
    subject: 'Two codes today',
    text: 'Your old PIN 4812 stops working.\nVerification code: 771204\nEnter it in the app.',
    code: '771204',
  },
  {
    language: 'en',
    subject: 'Your one-time passcode',
    html: page(
      '<p>Dear customer,</p><table><tr><td><p>6</p></td><td><p>0</p></td><td><p>2</p></td><td><p>8</p></td></tr></table><p>Please enter it to go on with your payment of 49.00 EUR to shop 4471.</p>',
    ),
    code: '6028',
  },
  {
    language: 'en',
    subject: 'Verification of your documents',
    text: 'Enter your file number 20448 in all letters. The code of practice (2026) applies.\n\nFile\n20448',
  },
  {
    language: 'en',
    subject: 'Your access code',
    html: page(
      '<p>Good morning,</p><div>550 912</div><p>Enter it in the browser to log in. Sent to ada@example.com.</p>',
      'Example BV, Keizersgracht 120, 1015 CX Amsterdam',
    ),
    code: '550912',
  },
  {
    language: 'en',
    subject: 'Confirm new email',
    text: 'Enter the code\n\n> 4 4 0 1 7 2\n\nin the app to confirm your new email. If this was not you, write to us, case 2026-1180.',
    code: '440172',
  },
  {
    language: 'en',
    subject: 'Verification code inside',
    text: 'Dear Ada,\n\nplease enter 20817 on the sign-up page.\n\nOrder 4471982, total 120.00 USD.',
    code: '20817',
  },
  {
    language: 'en',
    subject: 'Your login code for Wharf',
    text: 'Your login code:\n\nsilver-heron-quay\n\nWharf, 12 Dock Street',
    code: 'silver-heron-quay',
  },
  {
    language: 'nl',
    subject: 'Je verificatiecode',
    text: 'Beste Ada,\n\n884 120\n\nVul de code binnen 10 minuten in. Klantnummer 10448211.',
    code: '884120',
  },
  {
    language: 'it',
    subject: 'Codice di sicurezza',
    text: 'Ciao Ada,\n\ninserisci 71204 per continuare.\n\nServizio clienti 800 123 456',
    code: '71204',
  },
  {
    language: 'en',
    subject: 'Verification code required for invoice 88120',
    text: 'Hello,\n\nwe could not pay the invoice.\n\nAmount\n4500\n\nInvoice\n88120\n\nPlease log in and approve it.',
  },
  {
    language: 'en',
    subject: 'Login code sent by SMS',
    text: 'Hi,\n\nwe have sent a login code by SMS to +49 170 1234567.\n\nTime: 10:04\nPlace: 10115 Berlin\n\nNever share it.',
  },
  {
    language: 'de',
    subject: 'Aktivierungscode verschickt',
    text: 'Hallo Ada,\n\nIhr Aktivierungscode kommt mit der Post an:\n\nMusterstr. 12\n10115 Berlin\n\nVertrag 88123455',
  },
]
