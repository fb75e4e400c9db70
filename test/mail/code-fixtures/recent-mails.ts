// Mails of both kinds in the manner of services that everybody has mail from.

import { type CodeFixture, page } from './fixture.js'

export const recentMails: readonly CodeFixture[] = [
  {
    language: 'en',
    subject: 'Your single-use code',
    text: `Hi ad**e@example.com,

We received your request for a single-use code to use with your Microshaft account.

Your single-use code is: 402918

Only enter this code on an official website or app. Don't share it with anyone. We'll never ask for it outside an official platform.

Thanks,
The account team, One Example Way, Redmond, WA 98052`,
    code: '402918',
  },
  {
    language: 'en',
    subject: 'Confirm it’s you',
    html: page(
      '<p>Enter this verification code to continue:</p><div style="text-align:center"><div style="display:inline-block;padding:8px">4</div><div style="display:inline-block;padding:8px">8</div><div style="display:inline-block;padding:8px">2</div><div style="display:inline-block;padding:8px">9</div><div style="display:inline-block;padding:8px">1</div><div style="display:inline-block;padding:8px">3</div></div><p>It expires in 10 minutes.</p>',
      'Example Ltd, 21 Harbour Road, Bristol BS1 5TR',
    ),
    code: '482913',
  },
  {
    language: 'en',
    subject: 'Login for Lineal',
    html: page(
      '<h1>Your login code for Lineal</h1><a href="https://lineal.example/auth/verify?code=ah38">Login to Lineal</a><p>This link and code will only be valid for the next 5 minutes. If the link does not work, you can use the login verification code directly:</p><code>wkxdd-pylxr</code>',
      'Lineal, 2261 Market Street, San Francisco',
    ),
    code: 'wkxdd-pylxr',
    links: [['Login to Lineal', 'https://lineal.example/auth/verify?code=ah38']],
  },
  {
    language: 'de',
    subject: 'Ihr Sicherheitscode für die Anmeldung',
    text: 'Guten Tag Ada,\n\nIhr Sicherheitscode lautet:\n\n48 29 13\n\nEr ist 5 Minuten gültig. Falls Sie sich nicht gerade anmelden, rufen Sie uns an: 0800 330 4471.',
    code: '482913',
  },
  {
    language: 'fr',
    subject: 'Vérification de votre adresse e-mail',
    html: page(
      '<p>Bonjour Ada,</p><p>Pour finaliser votre inscription, saisissez le code ci-dessous&nbsp;:</p><p style="letter-spacing:4px">7&nbsp;0&nbsp;4&nbsp;1&nbsp;1&nbsp;8</p><p>Ce code expire dans 30 minutes.</p>',
      'Exemple SAS, 14 rue de la Paix, 75002 Paris, SIRET 552 100 554 00013',
    ),
    code: '704118',
  },
  {
    language: 'es',
    subject: 'Verifica tu cuenta',
    text: 'Hola, ada1815:\n\nAlguien ha intentado iniciar sesión en tu cuenta.\n\nSi eres tú, usa el siguiente código para confirmar tu identidad:\n\n830 114\n\nSi no eres tú, restablece tu contraseña. 1601 Example Road, Menlo Park, CA 94025',
    code: '830114',
  },
  {
    language: 'en',
    subject: 'Your Bluebird verification code',
    text: `Verify your email
-----------------

Your verification code is:

*551093*

( https://bluebird.example )

You received this mail because somebody signed up on November 22, 2026.
© 2026 Bluebird, Inc.`,
    code: '551093',
    links: [['https://bluebird.example', 'https://bluebird.example']],
  },
  {
    language: 'en',
    subject: 'Verify your new device',
    text: 'We noticed a sign-in from a device we do not know (Firefox 140 on Linux, 198.51.100.7).\n\nTo trust it, copy the code below and paste it where you signed in.\n\n[ HX7T9Q ]\n\nTicket 88120447.',
    code: 'HX7T9Q',
  },
  {
    language: 'en',
    subject: 'Your Sloop sign-in code is 7F3K9Q',
    text: 'Hi Ada,\n\nthe code in the subject expires in 10 minutes and works once.\n\nSloop Inc, 548 Market St #48213, San Francisco, CA 94104',
    code: '7F3K9Q',
  },
  {
    language: 'en',
    subject: 'Finish creating your account',
    html: page(
      '<p>To finish creating your account, enter this verification code:</p><p style="font-size:28px">8 8 3 1 0 2</p><p>The code will expire at 10:45 AM on Nov 22, 2026.</p>',
    ),
    code: '883102',
  },
  {
    language: 'ja',
    subject: 'サインインの確認',
    text: 'いつもご利用ありがとうございます。\n\n確認コードは「402 918」です。15分以内に画面へ入力してください。\n\nお問い合わせ番号 20261122-04471',
    code: '402918',
  },
  {
    language: 'en',
    subject: 'Activate your TV',
    text: 'On your phone or computer, go to https://tv.example/activate and enter the activation code HJKM-NPQR. Model UE55-2026.',
    code: 'HJKM-NPQR',
    links: [['https://tv.example/activate', 'https://tv.example/activate']],
  },
  {
    language: 'en',
    subject: 'Your new card is on its way',
    text: 'Your card ending in 8812 will arrive by 1 December 2026. The PIN comes in a letter of its own. To activate the card call 0345 600 0723 or visit branch 4471.',
  },
  {
    language: 'en',
    subject: 'Domain verification failed for shop.example',
    text: 'We could not verify the domain: lookup returned code 4012 after 3000 ms. Add the TXT record site-verification=88f21c and try again. Run 99120448.',
  },
  {
    language: 'en',
    subject: '[octo/engine] Fix login code handling (#4821)',
    text: '@ada pushed 2 commits.\n\n9f3c1ab login: codes of 6 digits are read\n4471e0c test: expired code gives 401\n\nYou are receiving this because you authored the thread. 1204 lines changed.',
  },
  {
    language: 'de',
    subject: 'Ihr Paket kommt morgen',
    html: page(
      '<p>Hallo Ada,</p><p>Ihre Sendung 00340434161094021501 kommt am 23.11.2026 zwischen 10:15 und 13:45 Uhr.</p><p>Packstation 144, Postnummer 12345678</p><a href="https://paket.example/v?code=00340434">Sendung verfolgen</a>',
      'Sträßchensweg 10, 53113 Bonn. Code of Conduct 2026',
    ),
    links: [['Sendung verfolgen', 'https://paket.example/v?code=00340434']],
  },
  {
    language: 'fr',
    subject: '-25 % avec le code HIVER25',
    text: 'Saisissez le code promo HIVER25 avant le 30/11/2026. Valable dès 1500 points. Service client : 09 69 39 33 33.',
  },
  {
    language: 'en',
    subject: 'Weekly report: site 20264471',
    html: page(
      '<table><tr><td>Visits</td><td>4512</td></tr><tr><td>Status code 404</td><td>1290</td></tr><tr><td>Sign-ins</td><td>3381</td></tr></table><p>Your tracking code is G4471KQ. Brand colour #482913.</p>',
    ),
  },
  {
    language: 'en',
    subject: 'Set a new password',
    html: page(
      '<p>Hello Ada,</p><p>somebody asked for a new password for your account 10448211.</p><a href="https://app.example/r/5TX9-KQ21?code=448120" style="background:#112233;color:#ffffff">Set a new password</a><p>The link works for 24 hours. It was asked for at 10:04 from 203.0.113.77.</p>',
      'App Inc, 1455 Market Street, San Francisco, CA 94103',
    ),
    links: [['Set a new password', 'https://app.example/r/5TX9-KQ21?code=448120']],
  },
  {
    language: 'ja',
    subject: 'ご注文の確認(注文番号 250-4471)',
    text: 'ご注文ありがとうございます。\n注文番号 2504471\n郵便番号 100-0001\n商品コード 88123\n合計 12,800円\nご確認はこちら https://shop.example/o/2504471',
    links: [['https://shop.example/o/2504471', 'https://shop.example/o/2504471']],
  },
]
