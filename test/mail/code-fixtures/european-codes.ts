// Mails with a code to type, in languages of Europe.

import { type CodeFixture, page } from './fixture.js'

export const europeanCodes: readonly CodeFixture[] = [
  {
    language: 'de',
    subject: 'Ihr Bestätigungscode',
    html: page(
      '<p>Guten Tag Ada,</p><p>bitte geben Sie den folgenden Code ein, um Ihre E-Mail-Adresse zu bestätigen:</p><p class="code">771 930</p><p>Der Code ist 15 Minuten gültig.</p>',
      'Beispiel GmbH, Musterstr. 12, 10115 Berlin, HRB 123456, USt-IdNr. DE123456789',
    ),
    code: '771930',
  },
  {
    language: 'de',
    subject: 'Ihre TAN für den Auftrag',
    text: 'Überweisung über 1.250,00 EUR auf DE89 3704 0044 0532 0130 00.\nIhre TAN lautet 448291.\nAuftrag 2026-11-22-0047.',
    code: '448291',
  },
  {
    language: 'de',
    subject: 'Anmeldung bei der Versicherung',
    text: 'Ihr Einmalpasswort: Rk7f29Qx\nEs gilt bis 10:30 Uhr. Versicherungsnummer 65 170839 J 003, Hotline 030 1234567.',
    code: 'Rk7f29Qx',
  },
  {
    language: 'de',
    subject: 'Freischaltcode für Ihr Konto',
    html: page(
      '<table><tr><td>Kundennummer</td><td>10448211</td></tr><tr><td>Freischaltcode</td><td>K4M8-2ZQ9</td></tr></table><a href="https://konto.example/frei">Konto freischalten</a>',
    ),
    code: 'K4M8-2ZQ9',
    links: [['Konto freischalten', 'https://konto.example/frei']],
  },
  {
    language: 'de',
    subject: '5512 ist Ihr Code',
    text: 'Geben Sie den Code in der App ein. Postleitzahl 80331, Bestellung 88123455.',
    code: '5512',
  },
  {
    language: 'fr',
    subject: 'Votre code de sécurité',
    html: page(
      '<p>Bonjour Ada,</p><p>Voici votre code de vérification&nbsp;:</p><p class="code">903 617</p><p>Il expire dans 10 minutes. Ne le communiquez à personne.</p>',
      'SAS Exemple au capital de 100 000 €, RCS Paris 552 100 554, 75008 Paris. Tél. 01 23 45 67 89',
    ),
    code: '903617',
  },
  {
    language: 'fr',
    subject: 'Code de connexion : 448120',
    text: 'Saisissez ce code pour vous connecter. Si vous n’êtes pas à l’origine de cette demande, ignorez ce message.',
    code: '448120',
  },
  {
    language: 'fr',
    subject: 'Validation de votre achat',
    text: 'Pour valider votre achat de 89,90 € chez LIBRAIRIE (commande 20261122), saisissez le code à usage unique 55120983. Service client : 09 69 39 33 33.',
    code: '55120983',
  },
  {
    language: 'fr',
    subject: 'Votre mot de passe à usage unique',
    text: 'Mot de passe à usage unique : 7390\nValable jusqu’au 22/11/2026 10:30.',
    code: '7390',
  },
  {
    language: 'es',
    subject: 'Tu código de acceso',
    html: page(
      '<p>Hola, Ada:</p><p>Introduce este código para iniciar sesión:</p><h1>220 817</h1><p>Caduca en 5 minutos.</p>',
      'Ejemplo S.L., CIF B12345678, 28013 Madrid. Tel. 900 123 456',
    ),
    code: '220817',
  },
  {
    language: 'es',
    subject: '77120 es tu código de Ejemplo',
    text: 'No lo compartas con nadie. Pedido 4471982.',
    code: '77120',
  },
  {
    language: 'es',
    subject: 'Confirme su operación',
    text: 'Clave de un solo uso: 662190\nOperación por 1.200,50 € del 22/11/2026 en la tarjeta terminada en 4471.',
    code: '662190',
  },
  {
    language: 'es',
    subject: 'Recuperar contraseña',
    text: 'Hola. El código para restablecer tu contraseña es A9F-3KD. Si no lo pediste, ignora este correo.',
    code: 'A9F-3KD',
  },
  {
    language: 'it',
    subject: 'Il tuo codice di verifica',
    html: page(
      '<p>Ciao Ada,</p><p>inserisci il codice qui sotto per completare la registrazione.</p><table><tr><td style="border:1px solid #cccccc">830145</td></tr></table><p>Scade tra 30 minuti.</p>',
      'Esempio S.p.A., P. IVA 01234567890, 20121 Milano',
    ),
    code: '830145',
  },
  {
    language: 'it',
    subject: 'Accesso al conto',
    text: 'Il codice OTP per autorizzare il bonifico di 350,00 euro è 19283746. Numero verde 800 123 456.',
    code: '19283746',
  },
  {
    language: 'it',
    subject: 'Conferma la tua email',
    text: 'Codice di conferma: 4092\n\nOrdine n. 88123 del 22/11/2026.',
    code: '4092',
  },
  {
    language: 'pt',
    subject: 'Seu código de verificação',
    html: page(
      '<p>Olá, Ada!</p><p>Use o código abaixo para entrar na sua conta:</p><div class="code">551 908</div><p>Ele expira em 10 minutos.</p>',
      'Exemplo Ltda. CNPJ 12.345.678/0001-90, CEP 01310-100, São Paulo',
    ),
    code: '551908',
  },
  {
    language: 'pt',
    subject: 'Token de acesso',
    text: 'Sua senha temporária é 8K2M4P. Protocolo de atendimento 20261122889. Central 0800 123 4567.',
    code: '8K2M4P',
  },
  {
    language: 'nl',
    subject: 'Je inlogcode',
    html: page(
      '<p>Hoi Ada,</p><p>Gebruik deze code om in te loggen:</p><p style="font-size:30px">664 209</p><p>De code is 10 minuten geldig.</p>',
      'Voorbeeld B.V., KvK 12345678, 1012 AB Amsterdam',
    ),
    code: '664209',
  },
  {
    language: 'nl',
    subject: 'Bevestig je e-mailadres',
    text: 'Vul de bevestigingscode 7718 in op de pagina die nog open staat. Bestelnummer 20261122.',
    code: '7718',
  },
  {
    language: 'pl',
    subject: 'Kod logowania',
    html: page(
      '<p>Cześć Ada,</p><p>aby się zalogować, wpisz jednorazowy kod:</p><p><b>310 552</b></p><p>Kod wygaśnie za 10 minut.</p>',
      'Przykład Sp. z o.o., NIP 123-456-32-18, 00-950 Warszawa',
    ),
    code: '310552',
  },
  {
    language: 'pl',
    subject: 'Potwierdź zamówienie',
    text: 'Twój kod weryfikacyjny to 90218. Zamówienie nr 4471982 z 22.11.2026 na kwotę 349,99 zł.',
    code: '90218',
  },
  {
    language: 'sv',
    subject: 'Din engångskod',
    text: 'Hej Ada! Din engångskod är 408 771. Den gäller i 5 minuter. Ordernummer 20261122. Kundtjänst 08-123 456 78.',
    code: '408771',
  },
  {
    language: 'da',
    subject: 'Bekræftelseskode',
    text: 'Din bekræftelseskode: 551209\nIndtast koden inden kl. 10.30. CVR 12345678.',
    code: '551209',
  },
  {
    language: 'nb',
    subject: 'Engangskode fra Eksempel',
    text: 'Engangskoden din er 7740. Ikke del den med noen. Kundenummer 99120034.',
    code: '7740',
  },
  {
    language: 'fi',
    subject: 'Kirjautumiskoodi',
    text: 'Kirjautumiskoodisi on 661 203. Se on voimassa 10 minuuttia. Tilaus 4471982, Y-tunnus 1234567-8.',
    code: '661203',
  },
  {
    language: 'cs',
    subject: 'Ověřovací kód',
    text: 'Dobrý den,\nváš ověřovací kód je 449 120. Platí 10 minut.\nObjednávka 20261122, PSČ 110 00, IČO 12345678.',
    code: '449120',
  },
  {
    language: 'hu',
    subject: 'Belépési kód',
    text: 'Kedves Ada! Az egyszer használatos belépési kódod: 880341. Rendelésszám: 4471982.',
    code: '880341',
  },
  {
    language: 'ro',
    subject: 'Codul tău de verificare',
    text: 'Bună Ada,\nCodul tău de verificare este 117802. Expiră în 10 minute. Comanda 4471982 din 22.11.2026.',
    code: '117802',
  },
  {
    language: 'el',
    subject: 'Κωδικός επαλήθευσης',
    text: 'Ο κωδικός επαλήθευσής σας είναι 550917. Ισχύει για 10 λεπτά. Παραγγελία 4471982.',
    code: '550917',
  },
  {
    language: 'tr',
    subject: 'Giriş kodunuz',
    text: 'Merhaba Ada,\nGiriş için tek kullanımlık şifreniz: 902 664\nSipariş no 4471982, 0850 123 45 67.',
    code: '902664',
  },
  {
    language: 'ru',
    subject: 'Код подтверждения',
    html: page(
      '<p>Здравствуйте, Ада!</p><p>Ваш код для входа:</p><p class="code">771044</p><p>Никому не сообщайте его. Код действует 15 минут.</p>',
      'ООО «Пример», ИНН 7701234567, 101000 Москва, тел. 8 800 555-35-35',
    ),
    code: '771044',
  },
  {
    language: 'ru',
    subject: 'Вход в аккаунт',
    text: 'Введите 4508, чтобы подтвердить вход. Это одноразовый пароль. Заказ 88123455 от 22.11.2026.',
    code: '4508',
  },
  {
    language: 'uk',
    subject: 'Код підтвердження',
    text: 'Ваш код підтвердження: 330918. Замовлення № 4471982, сума 1 250,00 грн.',
    code: '330918',
  },
]
