// More mails with a code to type, written after the search for codes and kept apart to see what it has not learnt.

import { type CodeFixture, page } from './fixture.js'

export const moreCodes: readonly CodeFixture[] = [
  {
    language: 'en',
    subject: 'Your phone verification code',
    text: 'Hello!\n\nYour phone verification code is 3391. It works once.\n\nOrder support: +44 20 7946 0018',
    code: '3391',
  },
  {
    language: 'en',
    subject: '[Streamly] Sign-in request',
    html: page(
      '<p>Someone is trying to sign in to Streamly with your email.</p><table><tr><td style="font-size:40px">84 19 05</td></tr></table><p>If this was you, enter the code above on your TV. Plan: Premium 2026.</p>',
      'Streamly, 100 Winchester Circle, Los Gatos, CA 95032',
    ),
    code: '841905',
  },
  {
    language: 'en',
    subject: 'Bank of Examples: 55120987 is your authorization code',
    text: 'Use it to approve the payment of USD 4,410.00 to acct. ending 9902.',
    code: '55120987',
  },
  {
    language: 'en',
    subject: 'Finish creating your account',
    html: page(
      '<p>Copy and paste this code into the sign-up window:</p><pre>M7QX-P2LT</pre><p>Questions? <a href="https://studio.example/contact">Contact us</a></p>',
    ),
    code: 'M7QX-P2LT',
    links: [['Contact us', 'https://studio.example/contact']],
  },
  {
    language: 'en',
    subject: 'Door code for your stay',
    text: 'Your access code for Apartment 12 is 7730#. Check-in 24 Nov 2026 from 15:00. Wifi: guest-2026',
    code: '7730',
  },
  {
    language: 'en',
    subject: 'Game account: confirm trade',
    text: 'To confirm trade 88120344, enter this security code in the client: R2D7K. It expires at 23:59.',
    code: 'R2D7K',
  },
  {
    language: 'en',
    subject: 'Verify it is you',
    html: page(
      '<div>Your one-time PIN</div><div style="font:36px Arial">604-881</div><div>valid until 2026-11-22 11:05</div>',
    ),
    code: '604881',
  },
  {
    language: 'en',
    subject: 'Password reset',
    text: 'Reset code: 2091\n\nWe received this request from 203.0.113.50 on 2026-11-22. If it was not you, call 555-0144.',
    code: '2091',
  },
  {
    language: 'de',
    subject: 'Bitte bestätigen Sie Ihre Anmeldung',
    text: 'Hallo Ada,\n\num fortzufahren, geben Sie bitte 6617 ein. Dieser Sicherheitscode verfällt in 10 Minuten.\n\nVorgangsnummer 8812345',
    code: '6617',
  },
  {
    language: 'de',
    subject: 'Dein Login-Code: 903 117',
    html: page(
      '<p>Hi Ada, hier ist dein Login-Code:</p><p><strong>903 117</strong></p>',
      'Amtsgericht Berlin HRB 98765',
    ),
    code: '903117',
  },
  {
    language: 'de',
    subject: 'Registrierung abschließen',
    text: 'Dein Registrierungscode lautet: 4Q8Z-11KM. Kundennummer: 55120988.',
    code: '4Q8Z-11KM',
  },
  {
    language: 'fr',
    subject: 'Confirmez votre identité',
    text: 'Bonjour,\n\nPour continuer, entrez le code suivant :\n\n  5501\n\nDossier n° 88123. Appelez le 3244 en cas de doute.',
    code: '5501',
  },
  {
    language: 'fr',
    subject: '771 882 est votre code de connexion',
    text: 'Ne le partagez pas. Valable 15 minutes.',
    code: '771882',
  },
  {
    language: 'es',
    subject: 'Verifica tu cuenta',
    html: page(
      '<p>Tu PIN de acceso:</p><p style="font-size:30px">4 0 9 1</p><p>Teléfono de ayuda 91 123 45 67</p>',
    ),
    code: '4091',
  },
  {
    language: 'es',
    subject: 'Código de confirmación',
    text: 'Escribe 330 761 en la aplicación para confirmar tu correo. El código vence en 20 minutos.',
    code: '330761',
  },
  {
    language: 'it',
    subject: 'Codice temporaneo',
    text: 'Il tuo codice temporaneo: 55 12 09. Pratica 2026/4471.',
    code: '551209',
  },
  {
    language: 'pt',
    subject: 'Confirme seu e-mail',
    text: 'Digite 8841 no aplicativo para confirmar seu e-mail. Não compartilhe este código. Pedido 99120344.',
    code: '8841',
  },
  {
    language: 'nl',
    subject: 'Verificatie',
    text: 'Uw eenmalige code: 120 449. Deze vervalt over 10 minuten. Klantnummer 88123455.',
    code: '120449',
  },
  {
    language: 'pl',
    subject: 'Reset hasła',
    text: 'Kod do resetowania hasła: 77310. Zgłoszenie 20261122.',
    code: '77310',
  },
  {
    language: 'sv',
    subject: 'Logga in',
    text: 'Ange koden 5512 för att logga in. Kundnummer 88123455.',
    code: '5512',
  },
  {
    language: 'cs',
    subject: 'Přihlášení',
    text: 'Kód pro přihlášení: 90 41 77\nVariabilní symbol 20261122',
    code: '904177',
  },
  {
    language: 'tr',
    subject: 'Doğrulama',
    text: 'Doğrulama kodu: 40917\nBu kodu kimseyle paylaşmayın. Müşteri no 88123455',
    code: '40917',
  },
  {
    language: 'ru',
    subject: '77120 — ваш код',
    text: 'Введите его на сайте. Если вы не запрашивали код, ничего не делайте. Обращение 88123455.',
    code: '77120',
  },
  {
    language: 'uk',
    subject: 'Вхід',
    text: 'Одноразовий пароль: 448812. Не повідомляйте його нікому.',
    code: '448812',
  },
  {
    language: 'ja',
    subject: 'ログイン確認',
    text: '確認コードは「7714」です。会員番号 88123455',
    code: '7714',
  },
  {
    language: 'zh',
    subject: '邮箱验证',
    text: '尊敬的用户:\n您正在注册账号,验证码:8K2M。请在30分钟内输入。',
    code: '8K2M',
  },
  {
    language: 'ko',
    subject: '본인 확인',
    text: '본인확인 인증코드는 330912 입니다. 문의 1588-1234',
    code: '330912',
  },
  {
    language: 'ar',
    subject: 'تسجيل الدخول',
    text: 'استخدم الرمز 771930 لتسجيل الدخول. لا تشارك هذا الرمز مع أحد.',
    code: '771930',
  },
  {
    language: 'id',
    subject: 'Masuk ke akun',
    text: 'Masukkan kode OTP 4471 untuk masuk. Nomor pesanan 88123455.',
    code: '4471',
  },
  {
    language: 'ro',
    subject: 'Autentificare',
    text: 'Parola ta de unică folosință: 662190. Nu o da nimănui. Comanda 88123455.',
    code: '662190',
  },
]
