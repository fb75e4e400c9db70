// Mails such as apps send, for pictures of the page: newsletters, receipts, codes, many languages, odd ones.

const page = (body, style = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><style>body{margin:0;background:#f4f2ee;font:16px/1.55 Georgia,serif;color:#2a2620}.card{max-width:560px;margin:28px auto;padding:36px 42px;background:#fff;border-radius:6px}${style}</style></head><body><div class="card">${body}</div></body></html>`

const tile = (color, label) =>
  `<td style="padding:6px"><div style="height:104px;border-radius:6px;background:${color}"></div><div style="padding-top:8px;font:600 13px sans-serif">${label}</div></td>`

const receipt = page(
  `<p style="margin:0;color:#8a7f70;font:600 12px sans-serif;letter-spacing:.08em">NORTHWIND COFFEE</p>
<h1 style="font-size:30px;line-height:1.2;margin:10px 0 18px">Your order is on its way</h1>
<p>Hello Ada, your parcel left our roastery this morning. It should be with you on Thursday.</p>
<p style="margin:24px 0"><a href="https://northwind.example/orders/10428/track" style="display:inline-block;background:#7a4b22;color:#fff;padding:13px 24px;border-radius:5px;font:600 15px sans-serif;text-decoration:none">Track the parcel</a></p>
<table width="100%" style="border-top:1px solid #e5dfd4;font:15px sans-serif;padding-top:14px">
<tr><td>Ethiopia Guji, 250 g</td><td align="right">€ 12.50</td></tr><tr><td>Colombia Huila, 250 g</td><td align="right">€ 11.90</td></tr><tr><td>Filter papers</td><td align="right">€ 4.20</td></tr>
<tr><td style="padding-top:10px"><b>Total</b></td><td align="right" style="padding-top:10px"><b>€ 28.60</b></td></tr></table>
<table width="100%" style="margin-top:26px"><tr>${tile('#b8875a', 'Guji')}${tile('#6f4a2c', 'Huila')}${tile('#e0d5c3', 'Papers')}</tr></table>
<p style="margin-top:30px;color:#8a7f70;font:13px sans-serif">You get this mail because you ordered at northwind.example.<img src="https://northwind.example/open.gif" width="1" height="1" alt=""></p>`,
)

const signUp = page(
  `<h1 style="font:600 24px sans-serif;margin:0 0 12px">Confirm your address</h1><p style="font-family:sans-serif">Your code is</p><p style="font:600 30px monospace;letter-spacing:.14em">482 913</p><p style="font-family:sans-serif"><a href="https://app.example/confirm?token=8f2b7c">Confirm address</a></p>`,
)

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n').toString(
  'base64',
)

/** From the oldest to the newest. Each is the JSON body of `POST /v1/messages`, or a raw message. */
export const sampleMails = [
  {
    raw: 'From: broken\r\nSubject: =?utf-8?q?Half a header\r\nTo: ada@example.com\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nNo parser likes this one.\r\n',
  },
  {
    from: 'Backup <backup@ops.example>',
    to: ['ops@ops.mailhold.test'],
    subject: '',
    text: 'Nightly backup finished without a subject.',
  },
  {
    from: 'Weekly <weekly@paper.example>',
    to: Array.from({ length: 30 }, (_, at) => `Reader ${at + 1} <reader${at + 1}@example.com>`),
    cc: ['Editor <editor@paper.example>'],
    subject: 'The weekly: thirty readers, one letter',
    text: 'A letter for all of you.',
  },
  {
    from: 'CI <ci@build.example>',
    to: ['dev@example.com'],
    subject:
      'Build 20261123.4 of feature/very-long-branch-name-that-nobody-will-ever-shorten failed in stage “integration tests on every database we know” after 42 minutes',
    text: 'See the log.',
  },
  {
    from: 'アクメ株式会社 <info@acme.example>',
    to: ['ada@example.com'],
    subject: 'ご注文ありがとうございます（注文番号 10428）',
    text: 'このたびはご注文いただき、誠にありがとうございます。商品は本日発送いたしました。',
  },
  {
    from: 'نور للتقنية <noor@example.com>',
    to: ['ada@example.com'],
    subject: 'مرحبًا بك في نور',
    text: 'شكرًا لتسجيلك معنا. يمكنك الآن تسجيل الدخول إلى حسابك.',
  },
  {
    from: 'חנות הספרים <books@example.com>',
    to: ['ada@example.com'],
    subject: 'הספרים שלך בדרך',
    text: 'ההזמנה שלך יצאה מהמחסן היום בבוקר.',
  },
  {
    from: 'Acme Billing <billing@acme.example>',
    to: ['Ada Lovelace <ada@example.com>'],
    subject: 'Invoice for November',
    text: 'Your invoice is attached. Thank you.',
    attachments: [{ filename: 'invoice-2026-11.pdf', contentType: 'application/pdf', content: pdf }],
  },
  {
    from: 'Party 🎉 <hello@party.example>',
    to: ['ada@example.com'],
    subject: '🎂 You are invited: Grace turns 120',
    text: 'Bring cake 🍰, or at least a compiler.',
  },
  {
    from: 'Example App <hello@app.example>',
    to: ['ada@w1.mailhold.test'],
    subject: 'Reset your password',
    text: 'Somebody asked for a new password. If it was you, follow the link.',
    html: signUp,
  },
  {
    from: 'Example App <hello@app.example>',
    to: ['ada@w1.mailhold.test'],
    subject: '482 913 is your sign-in code',
    text: 'Your code is 482913. It is good for ten minutes.',
    html: signUp,
  },
  {
    from: 'Northwind Coffee <orders@northwind.example>',
    to: ['Ada Lovelace <ada@example.com>'],
    bcc: ['archive@northwind.example'],
    subject: 'Your order is on its way',
    text: 'Hello Ada, your parcel left our roastery this morning. It should be with you on Thursday.',
    html: receipt,
  },
]
