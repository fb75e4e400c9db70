// More mails without a code to type, written after the search for codes and kept apart to see what it has not learnt.

import { type CodeFixture, page } from './fixture.js'

export const morePlain: readonly CodeFixture[] = [
  {
    language: 'en',
    subject: 'Your pickup is ready',
    html: page(
      '<p>Order 20261122 is ready at store 4471.</p><p>Bring the barcode 0012 3456 7890. Parking code not needed after 18:00.</p><a href="https://shop.example/pickup/20261122">Directions</a>',
    ),
    links: [['Directions', 'https://shop.example/pickup/20261122']],
  },
  {
    language: 'en',
    subject: 'Weekly digest: 1204 new posts about code review',
    text: 'Top story: how 3500 engineers review code at scale. 8812 comments. Read at https://forum.example/t/99120\nPoll 4471: tabs or spaces?',
    links: [['https://forum.example/t/99120', 'https://forum.example/t/99120']],
  },
  {
    language: 'en',
    subject: 'Your security code settings changed',
    text: 'You turned off security codes by email on 22 November 2026. Case 88120. Call 0345 600 0723 if this was not you.',
  },
  {
    language: 'en',
    subject: 'Confirm your appointment',
    text: 'Reply C to confirm your visit on 12/04/2026 at 1430 with Dr. Hopper, suite 2200, 4471 Elm Street, ZIP 10001.',
  },
  {
    language: 'en',
    subject: 'Free shipping with SHIP2026',
    text: 'Enter SHIP2026 at checkout. Orders over 5000 points ship faster. Style 88123.',
  },
  {
    language: 'en',
    subject: 'Your licence key',
    text: 'Product key: ABCDE-12345-FGHIJ-67890-KLMNO\nOrder 20261122, seats 2500',
  },
  {
    language: 'en',
    subject: 'Exchange rate alert',
    text: 'EUR/USD 1.0842, GBP/USD 1.2661. Currency code 0978. Threshold 1.0800 passed at 10:04:55.',
  },
  {
    language: 'en',
    subject: 'Class schedule',
    text: 'Class code MATH2210, section 4471, Building 1204. Register by 2026-12-01.',
  },
  {
    language: 'en',
    subject: 'We noticed a new login',
    html: page(
      '<p>New login from Safari 17.4 on macOS 14.6, IP 198.51.100.7.</p><p>Verify your recent activity: case 55120344.</p><a href="https://app.example/activity?otp=771204">Review activity</a>',
    ),
    links: [['Review activity', 'https://app.example/activity?otp=771204']],
  },
  {
    language: 'en',
    subject: 'Your passport application 99120344',
    text: 'Application 99120344 was received. Passport office, PO Box 4471, London SW1A 2AA. Fee 88.50 GBP.',
  },
  {
    language: 'de',
    subject: 'Ihr Paket wurde zugestellt',
    text: 'Ablageort: Garage. Sendung 00340434111222333. Filialcode 4471, PLZ 80331. Bewerten Sie uns auf https://versand.example/b/4471',
    links: [['https://versand.example/b/4471', 'https://versand.example/b/4471']],
  },
  {
    language: 'de',
    subject: 'Ihre neue PIN kommt per Post',
    text: 'Ihre neue PIN senden wir in einem eigenen Brief. Kartennummer endet auf 4471. Auftrag vom 22.11.2026, Filiale 1204.',
  },
  {
    language: 'de',
    subject: 'Barcode-Tickets für Konzert',
    text: 'Block 12, Reihe 4, Platz 1204. Ticketcode 99120344. Einlass 1900 Uhr.',
  },
  {
    language: 'fr',
    subject: 'Sécurité : attention aux fraudes',
    text: 'Ne communiquez jamais votre code de vérification. Notre numéro : 0 800 123 456. Dossier 88123455.',
  },
  {
    language: 'fr',
    subject: 'Votre billet de train',
    text: 'Référence : QX7K2P. Train 6612, voiture 12, place 4471. Code barres joint.',
  },
  {
    language: 'es',
    subject: 'Recibo de luz',
    text: 'Contrato 88123455, CUPS ES0021000012345678AB, importe 45,90 €. Código de barras 99120344.',
  },
  {
    language: 'it',
    subject: 'Bolletta novembre 2026',
    text: 'Codice cliente 88123455. Codice avviso 4471. Importo 45,90 euro entro il 10/12/2026.',
  },
  {
    language: 'pt',
    subject: 'Sua fatura chegou',
    text: 'Código de barras 23793381286000. Vencimento 10/12/2026. Valor R$ 249,90. Contrato 4471982.',
  },
  {
    language: 'nl',
    subject: 'Uw factuur 20261122',
    text: 'Factuurnummer 20261122, klantcode 4471, bedrag € 1.249,00, KvK 12345678.',
  },
  {
    language: 'pl',
    subject: 'Twoja faktura',
    text: 'Faktura 2026/11/4471. Kod klienta 88123. NIP 1234563218. Kwota 349,99 zł.',
  },
  {
    language: 'ru',
    subject: 'Скидка по промокоду',
    text: 'Введите промокод ZIMA2026 при оформлении. Артикул 88123. Действует до 31.12.2026.',
  },
  {
    language: 'ja',
    subject: '商品コード 88123 の入荷',
    text: '商品コード:88123\n価格 4,980円\n店舗番号 1204\n有効期限 2026年12月31日',
  },
  {
    language: 'zh',
    subject: '邮政编码更新',
    text: '您的地址邮政编码 100020 已更新。请扫描二维码。积分 4471。',
  },
  {
    language: 'ko',
    subject: '상품 코드 안내',
    text: '상품 코드 88123, 우편번호 06236, 결제 45900원, 사업자번호 1234567890',
  },
  {
    language: 'tr',
    subject: 'Faturanız hazır',
    text: 'Fatura no 20261122, müşteri kodu 88123, tutar 1.249,90 TL, son ödeme 10.12.2026.',
  },
]
