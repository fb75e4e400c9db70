// Processor time that reading a mail costs, beside mailparser's `simpleParser` on the same mails, and what its facts cost to
// hand to another thread.

import { parseArgs } from 'node:util'
import { simpleParser } from 'mailparser'
import { createIndexer } from '../dist/mail/index-message.js'
import { mails } from './lib/mails.mjs'

/** Options: `--seconds N` of processor time per figure (default 1). */
export async function index(args) {
  const { values } = parseArgs({ args, options: { seconds: { type: 'string' } } })
  const budget = Number(values.seconds ?? 1) * 1000
  for (const mail of [...mails, newsletter(100)]) await row(mail, budget)
}

async function row({ name, octets }, budget) {
  const own = await processorTime(() => read(octets), budget)
  const peer = await processorTime(() => simpleParser(octets), budget)
  const facts = read(octets)
  const clone = await processorTime(() => structuredClone(facts), budget / 4)
  const rate = octets.length / 1e6 / (own / 1000)
  console.log(
    `${name}: ${own.toFixed(3)} ms, ${rate.toFixed(0)} MB/s; mailparser ${peer.toFixed(3)} ms, ratio ${(peer / own).toFixed(1)}; ` +
      `clone of the facts ${clone.toFixed(3)} ms`,
  )
}

function read(octets) {
  const indexer = createIndexer({ smtpUtf8: false })
  indexer.feed(octets)
  return indexer.end()
}

/** Milliseconds of one run, warm; waiting and other processes do not count. */
async function processorTime(run, budget) {
  await spend(run, budget / 2)
  return spend(run, budget)
}

async function spend(run, budget) {
  const start = process.cpuUsage()
  let runs = 0
  let spent = 0
  while (spent < budget) {
    for (let i = 0; i < 20; i += 1) await run()
    runs += 20
    const { user, system } = process.cpuUsage(start)
    spent = (user + system) / 1000
  }
  return spent / runs
}

/** About 28 kB with so many links, each to an address of its own, quoted-printable as newsletters are. */
function newsletter(links) {
  const offer = (i) => [
    `<tr><td class=3D"offer" style=3D"padding:4px 8px;font-family:Arial,sans-serif">=`,
    `<a href=3D"https://news.example.com/c/${(i * 7919).toString(36)}?u=3Dada&amp;utm_campaig=`,
    `n=3Dweek47&amp;position=3D${i}">Offer ${i}: caf=C3=A9 chairs &amp; tables</a>=20`,
    `<span>from ${i + 10} EUR</span></td></tr>`,
  ]
  const lines = [
    'From: "Example News" <news@example.com>',
    'To: "Ada Lovelace" <ada@example.com>',
    'Subject: =?utf-8?Q?Caf=C3=A9_chairs_and_100_more_offers?=',
    'Date: Sun, 22 Nov 2026 10:00:00 +0000',
    'Message-ID: <newsletter@example.com>',
    'List-Unsubscribe: <https://news.example.com/leave?u=ada>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b3"',
    '',
    '--b3',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This week we have a hundred offers for you. Read them on our page.',
    '--b3',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<html><head><style>.offer { color: #336699 }</style></head><body><table>',
    ...Array.from({ length: links }, (_, i) => offer(i)).flat(),
    '</table></body></html>',
    '--b3--',
    '',
  ]
  return { name: `newsletter with ${links} links`, octets: Buffer.from(lines.join('\r\n')) }
}
