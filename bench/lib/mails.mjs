// Mails of known sizes, like those that applications send.

const words = 'the order you placed on our page was received and will leave the warehouse today '

const filled = (octets, line) => {
  const lines = []
  for (let left = octets; left > 0; left -= line.length + 2) lines.push(line)
  return lines.join('\r\n')
}

const header = (subject, more) =>
  [
    'From: "Example Shop" <shop@example.com>',
    'To: "Ada Lovelace" <ada@example.com>',
    `Subject: ${subject}`,
    'Date: Sun, 22 Nov 2026 10:00:00 +0000',
    'Message-ID: <bench@example.com>',
    'MIME-Version: 1.0',
    ...more,
    '',
    '',
  ].join('\r\n')

const plain = (octets) =>
  header('Your order', ['Content-Type: text/plain; charset=utf-8']) + filled(octets - 240, words.trim())

// What a shop sends: inline styles and table markup around 20 lines of an order, 25 links, and the order as text.
const cell =
  'padding:12px 16px;border-bottom:1px solid #e5e7eb;font-family:Helvetica,Arial,sans-serif;font-size:14px'
const muted = 'color:#6b7280;font-size:12px;line-height:18px'

const articles = [
  'Walnut desk lamp',
  'Wool blanket, grey',
  'Set of six glasses',
  'Bicycle bell',
  'Notebook, dotted',
]
const article = (n) => `${articles[n % articles.length]} no. ${100 + n}`
const price = (n) => `${(n * 37) % 90},${String((n * 13) % 100).padStart(2, '0')} EUR`
const note = (n) =>
  `${n + 1} piece, delivered in ${(n % 5) + 1} to ${(n % 5) + 3} working days, returns within 30 days`

const orderLine = (n) =>
  [
    `<tr><td width="64" valign="top" style="${cell}"><img src="https://img.shop.example.com/a/${n}.jpg" width="64" height="64" alt="" style="display:block;border:0;border-radius:4px"></td>`,
    `<td valign="top" align="left" style="${cell}"><a href="https://shop.example.com/item/${n}?utm_source=mail&amp;utm_campaign=order" style="color:#111827;text-decoration:none"><strong>${article(n)}</strong></a><br>`,
    `<span style="${muted}">${note(n)}</span></td>`,
    `<td valign="top" align="right" style="${cell};white-space:nowrap"><span style="font-weight:600">${price(n)}</span></td></tr>`,
    `<tr><td colspan="3" height="8" style="height:8px;font-size:1px">&nbsp;</td></tr>`,
  ].join('\r\n')

const button = (path, text) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td style="border-radius:6px;background:#4f46e5"><a href="https://shop.example.com/${path}" style="display:inline-block;padding:12px 24px;color:#ffffff;text-decoration:none;font-family:Helvetica,Arial,sans-serif">${text}</a></td></tr></table>`

const fixed = (lines, octets) => {
  const texts = lines.join('\r\n')
  return texts + filled(Math.max(0, octets - texts.length), words.trim())
}

const alternative = (octets) => {
  const lines = Array.from({ length: 20 }, (_, n) => n)
  const plainText = lines.map((n) => `${article(n)}: ${price(n)} (${note(n)})`)
  const footer = ['imprint', 'privacy', 'unsubscribe'].map(
    (path) => `<a href="https://shop.example.com/${path}" style="${muted}">${path}</a>`,
  )
  const page = [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Your order</title>',
    '<style>@media only screen and (max-width:600px){.outer{width:100%!important}.pad{padding:8px!important}}</style></head>',
    '<body style="margin:0;background:#f3f4f6"><table class="outer" role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0">',
    `<tr><td class="pad" colspan="3" style="${cell}"><h1 style="font-size:20px">Thank you for your order</h1>${button('order/4711', 'See your order')}</td></tr>`,
    ...lines.map(orderLine),
    `<tr><td class="pad" colspan="3" style="${cell}">${button('help', 'Ask us')}</td></tr>`,
    `<tr><td class="pad" colspan="3" style="${muted}">`,
  ]
  const html = fixed([...page, ''], octets * 0.86 - 700)
  return [
    header('Your order', ['Content-Type: multipart/alternative; boundary="b1"']),
    '--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n',
    fixed([...plainText, ''], octets * 0.14),
    '\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n',
    html,
    `\r\n${footer.join(' &middot; ')}</td></tr></table></body></html>\r\n--b1--\r\n`,
  ].join('')
}

const attached = (octets) => {
  const base64 = Buffer.alloc(57, 7).toString('base64')
  return [
    header('Your invoice', ['Content-Type: multipart/mixed; boundary="b2"']),
    '--b2\r\nContent-Type: text/plain\r\n\r\nThe invoice is attached.\r\n',
    '--b2\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="invoice.pdf"\r\n',
    'Content-Transfer-Encoding: base64\r\n\r\n',
    filled(octets - 600, base64),
    '\r\n--b2--\r\n',
  ].join('')
}

/** Name and octets of each kind of mail. */
export const mails = [
  { name: '1 kB text', octets: Buffer.from(plain(1024)), count: 4000 },
  { name: '26 kB HTML+text', octets: Buffer.from(alternative(26 * 1024)), count: 3000 },
  { name: '300 kB attachment', octets: Buffer.from(attached(300 * 1024)), count: 400 },
]
