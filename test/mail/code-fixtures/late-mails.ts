// Mails of both kinds, written last and read once by the finished search: what a new service may send.

import { type CodeFixture, page } from './fixture.js'

export const lateMails: readonly CodeFixture[] = [
  {
    language: 'en',
    subject: 'Rideshare sign up',
    text: 'Welcome! Enter 90218 in the app to verify your number. Didn’t sign up? Ignore this mail.',
    code: '90218',
  },
  {
    language: 'en',
    subject: 'Your OTP for netbanking',
    text: 'Dear Customer, 448120 is your OTP for txn of INR 12,500.00 at BOOKSTORE on 22-11-2026. Valid for 5 mins. Call 1800 266 4332 if not done by you.',
    code: '448120',
  },
  {
    language: 'en',
    subject: 'Login link and code',
    html: page(
      '<a href="https://news.example/magic/8f81aa">Log in</a><p>or enter this code on your other device</p><p class="code">RTXB-4419</p>',
    ),
    code: 'RTXB-4419',
    links: [['Log in', 'https://news.example/magic/8f81aa']],
  },
  {
    language: 'en',
    subject: 'Security code 3319',
    text: 'Please do not reply. This code is valid for 3 minutes.',
    code: '3319',
  },
  {
    language: 'en',
    subject: 'Email change requested',
    text: 'You asked to change your email to grace@example.com.\n\nConfirmation code\n\n5519 0233\n\nRequested at 10:04 from 198.51.100.3',
    code: '55190233',
  },
  {
    language: 'de',
    subject: 'Einmalcode für Ihre Überweisung',
    text: 'Ihr Einmalcode: 114 882. Betrag: 1.200,00 EUR, Empfänger DE02 1203 0000 0000 2020 51.',
    code: '114882',
  },
  {
    language: 'de',
    subject: 'Willkommen bei der Bücherei',
    html: page(
      '<p>Damit Sie starten können, geben Sie diesen Aktivierungscode ein:</p><table><tr><td>BX44K9</td></tr></table>',
      'Ausweisnummer 20071234',
    ),
    code: 'BX44K9',
  },
  {
    language: 'fr',
    subject: 'Double authentification',
    text: 'Votre code d’authentification est le 661 204. Il est valable 5 minutes.',
    code: '661204',
  },
  {
    language: 'es',
    subject: 'Código de un solo uso',
    text: 'Hola:\n\n7719\n\nes tu código de un solo uso. Expediente 88123455.',
    code: '7719',
  },
  {
    language: 'it',
    subject: 'Accedi',
    text: 'Digita il codice 330918 per accedere. Non condividerlo.',
    code: '330918',
  },
  {
    language: 'pl',
    subject: 'Weryfikacja',
    text: 'Wpisz kod 5521, aby potwierdzić adres. Zamówienie 20261122.',
    code: '5521',
  },
  {
    language: 'ja',
    subject: '【重要】ログイン用コード',
    text: 'ログイン用コード\n\n559012\n\n※第三者に教えないでください。',
    code: '559012',
  },
  { language: 'zh', subject: '安全验证', text: '您的安全码是:K82M4P,请于10分钟内使用。', code: 'K82M4P' },
  {
    language: 'ru',
    subject: 'Подтвердите почту',
    text: 'Код: 8817. Введите его в приложении.',
    code: '8817',
  },
  {
    language: 'en',
    subject: 'Your parking session',
    text: 'Zone code 88123. Session 20261122 ends 18:30. Plate 7ABC123. Fee 4.50.',
  },
  {
    language: 'en',
    subject: 'Save your spot: webinar on secure code',
    text: 'Thursday, 26 November 2026, 1500 UTC. 2200 people signed up. Webinar ID 883-112-244. Learn how 4500 teams verify code.',
  },
  {
    language: 'en',
    subject: 'Your 2026 insurance card',
    text: 'Group 0044120, member W1234 56789, Rx BIN 610014, PCN 9999. Plan code 771.',
  },
  {
    language: 'en',
    subject: 'Backup finished',
    text: 'Job 20261122 finished with return code 0004. 88123 files, 1204 skipped, 5 GB. Log: https://backup.example/log/99120',
    links: [['https://backup.example/log/99120', 'https://backup.example/log/99120']],
  },
  {
    language: 'de',
    subject: 'Ihr Vertrag 88123455',
    text: 'Zählernummer 1204771. Ihr Tarifcode 4471 gilt bis 2027. Kündigungsfrist 14 Tage. Tel. 0800 1234567.',
  },
  {
    language: 'de',
    subject: 'Sicherheitshinweis',
    text: 'Geben Sie niemals Sicherheitscodes am Telefon weiter. Hinweis 2026-4471, Seite 1204.',
  },
  {
    language: 'fr',
    subject: 'Votre colis est disponible',
    text: 'Point relais, 69002 Lyon. Colis 88123455. Présentez une pièce d’identité avant le 28/11/2026.',
  },
  {
    language: 'es',
    subject: 'Cambio de contraseña',
    text: 'Tu contraseña se cambió el 22/11/2026 a las 10:04. Caso 99120344. Si no fuiste tú, llama al 900 123 456.',
  },
  {
    language: 'ja',
    subject: '領収書 2026-4471',
    text: '領収書番号 20264471\n金額 12,800円\n登録番号 T1234567890123\n店舗コード 0044',
  },
  {
    language: 'pt',
    subject: 'Passagem emitida',
    text: 'Localizador QX7K2P, voo 3312, assento 22A, portão 1204. Código da companhia: G300.',
  },
]
