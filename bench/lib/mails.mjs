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

const alternative = (octets) => {
  const row =
    '<tr><td style="padding:4px"><a href="https://shop.example.com/item/7">A thing</a> costs 12 EUR</td></tr>'
  return [
    header('Your order', ['Content-Type: multipart/alternative; boundary="b1"']),
    '--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n',
    filled(octets * 0.25, words.trim()),
    '\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><table>\r\n',
    filled(octets * 0.75 - 500, row),
    '\r\n</table></body></html>\r\n--b1--\r\n',
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
