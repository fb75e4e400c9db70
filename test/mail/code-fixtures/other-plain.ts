// Mails in many languages without a code to type.

import { type CodeFixture, page } from './fixture.js'

export const otherPlain: readonly CodeFixture[] = [
  {
    language: 'de',
    subject: 'Ihre Bestellung 88123455 ist unterwegs',
    html: page(
      '<p>Sendungsnummer: 00340434111222333</p><p>Summe 129,95 €, Rechnung RE-2026-4471</p><p>Gutscheincode: DANKE10</p><a href="https://versand.example/v/00340434111222333">Sendung verfolgen</a>',
      '80331 München, Tel. 089 1234567, HRB 44556',
    ),
    links: [['Sendung verfolgen', 'https://versand.example/v/00340434111222333']],
  },
  {
    language: 'de',
    subject: 'Ihr Rabattcode für den Black Friday',
    text: 'Mit dem Rabattcode HERBST25 sparen Sie 25 % bis zum 30.11.2026. Einlösbar ab 50,00 EUR.',
  },
  {
    language: 'de',
    subject: 'Kontoauszug November 2026',
    text: 'Kontonummer 0532013000, BLZ 37040044, IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX. Neuer Saldo 4.471,20 EUR.',
  },
  {
    language: 'de',
    subject: 'Passwort zurücksetzen',
    html: page(
      '<p>Klicken Sie auf den Link, um Ihr Passwort zurückzusetzen.</p><a href="https://konto.example/passwort?code=448211">Passwort zurücksetzen</a>',
      'Vorgang 20261122-4471',
    ),
    links: [['Passwort zurücksetzen', 'https://konto.example/passwort?code=448211']],
  },
  {
    language: 'de',
    subject: 'Termin am 24.11.2026',
    text: 'Ihr Termin: 24.11.2026, 10:30 Uhr, Raum 4401. Postleitzahl 10115. Aktenzeichen 12 C 3456/26. Vorwahl 0301.',
  },
  {
    language: 'de',
    subject: 'Geben Sie Ihren Code niemals weiter',
    text: 'Wir fragen nie nach Ihrer PIN oder TAN. Sperr-Notruf 116 116. Stand 11/2026, Fall 99120344.',
  },
  {
    language: 'fr',
    subject: 'Votre commande n° 4471982',
    html: page(
      '<p>Montant : 89,90 €. Livraison le 24/11/2026, code postal 75008.</p><a href="https://boutique.example/suivi/4471982">Suivre ma commande</a>',
      'SIRET 552 100 554 00013',
    ),
    links: [['Suivre ma commande', 'https://boutique.example/suivi/4471982']],
  },
  {
    language: 'fr',
    subject: 'Code promo : NOEL20',
    text: '-20 % avec le code promo NOEL20 jusqu’au 24/12/2026. Code avantage 4471 non cumulable.',
  },
  {
    language: 'fr',
    subject: 'Votre facture du 22/11/2026',
    text: 'Facture F20261122, client 10448211, IBAN FR76 3000 6000 0112 3456 7890 189, code banque 30006, code guichet 00001.',
  },
  {
    language: 'fr',
    subject: 'Bienvenue',
    html: page(
      '<p>Merci de confirmer votre adresse.</p><a href="https://app.example/fr/confirmer/55120983">Confirmer mon adresse</a>',
      'Depuis 1998, 12 rue Exemple, 69002 Lyon',
    ),
    links: [['Confirmer mon adresse', 'https://app.example/fr/confirmer/55120983']],
  },
  {
    language: 'es',
    subject: 'Tu pedido 4471982 ha salido',
    text: 'Número de seguimiento 99120344. Código postal 28013. Total 59,90 €. Atención al cliente 900 123 456.',
  },
  {
    language: 'es',
    subject: '¡15 % con el código VERANO15!',
    text: 'Código de descuento: VERANO15. Válido hasta el 31/12/2026 en compras de más de 1000 puntos.',
  },
  {
    language: 'es',
    subject: 'Factura 20261122',
    text: 'Factura 20261122, NIF B12345678, código de cliente 448812, importe 1.200,50 €.',
  },
  {
    language: 'it',
    subject: 'Ordine 88123 spedito',
    text: 'Codice di spedizione 1Z999AA10123456784, consegna 24/11/2026, CAP 20121, totale 45,00 €.',
  },
  {
    language: 'it',
    subject: 'Codice sconto per te',
    text: 'Codice sconto: GRAZIE10. Codice fiscale richiesto: RSSMRA85T10A562S. Scade il 31/12/2026.',
  },
  {
    language: 'pt',
    subject: 'Pedido 4471982 confirmado',
    text: 'Código de rastreio: BR123456789BR. CEP 01310-100. Valor R$ 1.249,00. Nota fiscal 004471.',
  },
  {
    language: 'pt',
    subject: 'Cupom BLACK26',
    text: 'Use o cupom BLACK26 e ganhe 26% de desconto até 30/11/2026. Código do cupom: BLACK26.',
  },
  {
    language: 'nl',
    subject: 'Je bestelling is onderweg',
    text: 'Track & trace-code 3SABCD1234567, postcode 1012 AB, bestelnummer 20261122, totaal € 45,95.',
  },
  {
    language: 'nl',
    subject: 'Kortingscode voor jou',
    text: 'Met kortingscode HERFST10 krijg je 10% korting t/m 30-11-2026.',
  },
  {
    language: 'pl',
    subject: 'Zamówienie 4471982 wysłane',
    text: 'Numer przesyłki 6200000012345678. Kod pocztowy 00-950. Kwota 349,99 zł. Kod rabatowy: JESIEN15.',
  },
  {
    language: 'sv',
    subject: 'Din order 20261122',
    text: 'Rabattkod HOST20 gäller till 2026-11-30. Postnummer 111 22. Totalt 1 299 kr. Orderkod 88123.',
  },
  {
    language: 'tr',
    subject: 'Siparişiniz kargoda',
    text: 'Kargo takip numarası 7730012345. Posta kodu 34000. İndirim kodu: YENI20. Tutar 1.249,90 TL.',
  },
  {
    language: 'ru',
    subject: 'Заказ 4471982 отправлен',
    text: 'Трек-номер 80112233445566. Почтовый индекс 101000. Сумма 1 250,00 ₽. Промокод ОСЕНЬ20 до 30.11.2026. Промокод: SALE2026',
  },
  {
    language: 'ru',
    subject: 'Исходный код обновлён',
    text: 'Сборка 88213 завершилась с кодом ошибки 1042. Строка 1204, версия 4.36.1402.',
  },
  {
    language: 'uk',
    subject: 'Ваше замовлення',
    text: 'Замовлення № 4471982, поштовий індекс 01001, сума 1 250,00 грн, тел. 0 800 123 456.',
  },
  {
    language: 'ja',
    subject: 'ご注文の確認 250-1122334-5566778',
    text: 'ご注文番号 250-1122334-5566778\n合計 12,800円\nお届け先 〒100-0001\nクーポンコード:WINTER26\nお問い合わせ番号 4471-8820-1234',
  },
  {
    language: 'ja',
    subject: 'パスワード再設定のご案内',
    html: page(
      '<p>下のボタンからパスワードを再設定してください。</p><a href="https://app.example/ja/reset?code=772100">パスワードを再設定</a>',
      '2026年11月22日 受付番号 20261122',
    ),
    links: [['パスワードを再設定', 'https://app.example/ja/reset?code=772100']],
  },
  {
    language: 'zh',
    subject: '您的订单已发货',
    text: '订单号 2026112200881,运单号 SF1234567890123,金额 ¥1280.00,邮政编码 100000,优惠码:SALE88。',
  },
  {
    language: 'zh',
    subject: '請勿將驗證碼告訴他人',
    text: '詐騙電話增加。我們不會索取您的驗證碼。客服 0800-123-456,案號 20261122。',
  },
  {
    language: 'ko',
    subject: '주문이 완료되었습니다',
    text: '주문번호 20261122-0048812, 결제금액 45,900원, 우편번호 06236, 쿠폰 코드: FALL2026, 송장번호 123456789012',
  },
  {
    language: 'ar',
    subject: 'تم شحن طلبك',
    text: 'رقم الطلب 4471982، رقم التتبع 99120344، الرمز البريدي 11564، كود الخصم: SALE20، المجموع 250.00',
  },
  {
    language: 'he',
    subject: 'ההזמנה שלך נשלחה',
    text: 'מספר הזמנה 4471982, מיקוד 6100001, קוד קופון: SALE20, סכום 250.00',
  },
  {
    language: 'hi',
    subject: 'आपका ऑर्डर भेजा गया',
    text: 'ऑर्डर संख्या 88123455, पिन कोड 110001, कूपन कोड: DIWALI20, राशि ₹1,250.00',
  },
  {
    language: 'cs',
    subject: 'Objednávka 20261122',
    text: 'Slevový kód: PODZIM10. Směrovací kód banky 0800, PSČ 110 00, částka 1 250,00 Kč, číslo zásilky DR1234567890U.',
  },
  {
    language: 'fi',
    subject: 'Tilauksesi 4471982',
    text: 'Alennuskoodi: SYKSY20. Seurantakoodi JJFI61234567890. Postinumero 00100. Yhteensä 45,90 €.',
  },
]
