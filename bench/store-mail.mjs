// Mails for the store's benches: words of a made-up language with the frequencies of a real one.

import { prepareFacts } from '../dist/store/prepare-facts.js'

let state = 7
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const vocabulary = Array.from({ length: 20_000 }, (_, n) => `${n.toString(36)}${'aeiourtn'.slice(0, n % 7)}`)
const word = () => vocabulary[Math.floor(random() ** 4 * vocabulary.length)]

export const words = (octets) => {
  let text = ''
  while (text.length < octets) text += `${word()} `
  return text
}

/** HTML of about so many octets around a third of visible text, as mails of shops and services are. */
export function html(octets) {
  let text = '<html><body><table>'
  while (text.length < octets) {
    text += `<tr><td class="cell" style="padding: 0 12px; font-family: Helvetica, Arial">${words(60)}</td><td><a href="https://shop.example.com/item?id=${Math.floor(random() * 1e9)}">${words(20)}</a></td></tr>\r\n`
  }
  return text.slice(0, octets)
}

const headers = [
  'Received',
  'Date',
  'From',
  'To',
  'Subject',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'X-Mailer',
]

/** A message as the mailroom would hand it over. */
export function newMessage(n, { size, visibleText }) {
  const sender = `noreply@service${n % 20}.example.com`
  const recipient = `user${n % 5_000}@example.org`
  const subject = `Order ${n} ${words(30)}`
  return {
    id: `bench${String(n).padStart(12, '0')}`,
    receivedAt: Date.now(),
    envelope: {
      from: { address: sender, raw: sender, parameters: [] },
      to: [{ address: recipient, raw: recipient, parameters: [] }],
    },
    deliveries: [{ inbox: `w${n % 100}`, routedBy: 'subdomain', recipients: [0] }],
    origin: { sessionId: 'bench', via: 'smtp', helo: 'bench', remote: '127.0.0.1:50000' },
    size,
    crlfSize: size,
    sha256: '0'.repeat(64),
    tags: [],
    facts: prepareFacts(
      {
        headerSize: 400,
        headers: headers.map((name) => ({ name, value: `${subject} ${name}`, raw: ` ${subject} ${name}` })),
        subject,
        from: [{ name: 'Service', address: sender }],
        to: [{ name: `User ${n % 5_000}`, address: recipient }],
        cc: [],
        bcc: [],
        replyTo: [],
        date: Date.now(),
        messageId: `${n}@bench.example.com`,
        root: {
          path: '1',
          contentType: 'text/html',
          parameters: [['charset', 'utf-8']],
          encoding: '7bit',
          start: 0,
          bodyStart: 400,
          end: size,
          children: [],
        },
        textParts: [],
        htmlParts: ['1'],
        visibleText,
        textTruncated: false,
        snippet: visibleText.slice(0, 200),
        attachments: [],
        links: Array.from({ length: 10 }, (_, link) => ({
          text: 'more',
          href: `https://example.com/${n}/${link}`,
          part: '1',
        })),
        codes: [],
        images: [],
        problems: [],
      },
      [recipient],
    ),
  }
}
