import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailSnapshot, type SnapshotMail } from '#mailhold/testing/snapshot/snapshot.js'

const mail = (more: Partial<SnapshotMail>): SnapshotMail => ({
  subject: 'Confirm',
  text: '',
  html: null,
  codes: [],
  headers: [],
  envelope: { from: 'app@x.test', to: ['ada@w1-k9f2q7xa.mailhold.test'] },
  attachments: [],
  ...more,
})
const ofHtml = (html: string, more: Partial<SnapshotMail> = {}) => mailSnapshot(mail({ html, ...more }))

describe('HTML', () => {
  it('has a line for each block, its text on one line, and sorted attributes', () => {
    const html =
      '<!doctype html><HTML><body style="margin:0" class="a  b"><p>Hello\n  <b>Ada</b>,<br>how <a href="https://x.test/a?b=1&amp;c=2" class=x>are</a> you?</p><img src=a.png alt></body></html>'

    expect(ofHtml(html)).toMatchInlineSnapshot(`
      "Subject: Confirm

      <html>
        <body class="a b" style="margin:0">
          <p>
            Hello <b>Ada</b>,<br>how <a class="x" href="https://x.test/a?b=1&c=2">are</a> you?
          </p>
          <img alt="" src="a.png">
        </body>
      </html>"
    `)
  })

  it('is the same however it is written', () => {
    const one = '<p class="a" id=\'b\'>x <b>y</b></p>'
    const other = '<P\n  ID=b  CLASS="a"\n>\r\n x   <B>y</B>\n</P>'

    expect(ofHtml(other)).toBe(ofHtml(one))
  })

  it('keeps a blank between words that is there, and makes none', () => {
    expect(ofHtml('<p>a<b>b</b></p>')).not.toBe(ofHtml('<p>a <b>b</b></p>'))
  })

  it('keeps conditional comments and leaves out others', () => {
    expect(ofHtml('<!-- made at 10:01 --><p>x</p><!--[if mso]><p>y</p><![endif]-->')).toMatchInlineSnapshot(`
      "Subject: Confirm

      <p>
        x
      </p>
      <!--[if mso]><p>y</p><![endif]-->"
    `)
  })

  it('ends when it is broken anywhere', () => {
    expect(ofHtml('<p>a</div></p></p><b>c<a href="x')).toMatchInlineSnapshot(`
      "Subject: Confirm

      <p>
        a
        </div>
      </p>
      </p>
      <b>c"
    `)
  })

  it('of any form is read without an error, each time alike', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<p',
      '<b',
      ' a=',
      '"',
      "'",
      '=',
      ' ',
      '<!--',
      '-->',
      '<!',
      'x',
      '&amp;',
      '<style>',
      '</style>',
      '/',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const once = ofHtml(pieces.join(''))
        expect(once).toBe(ofHtml(pieces.join('')))
      }),
    )
  })

  it('of 1 MB of hostile tags is read in linear time', () => {
    const times = ['<a "', '<p>', '</p>', '<b ', '<!--', "<a b='", 'a  '].map((piece) => {
      const startedAt = performance.now()
      ofHtml(piece.repeat(1_000_000 / piece.length))
      return performance.now() - startedAt
    })

    expect(Math.max(...times)).toBeLessThan(8_000)
  })
})

describe('what changes from mail to mail', () => {
  it.each([
    ['https://x.test/confirm?token=f00ba7', 'https://x.test/confirm?token=[token]'],
    ['https://x.test/c/9f86d081884c7d659a2feaa0c55ad015', 'https://x.test/c/[token]'],
    [
      'https://x.test/r/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N',
      'https://x.test/r/[token]',
    ],
    ['6f1ed002-ab5c-4c4b-8f5a-3a1e0f2b9c7d', '[uuid]'],
    ['at 2026-08-01T10:00:00.123Z', 'at [time]'],
    ['Sat, 1 Aug 2026 10:00:00 +0200', '[time]'],
    ['http://localhost:49123/x', 'http://localhost:[port]/x'],
    ['ada@w12-k9f2q7xa.mailhold.test', 'ada@[inbox].mailhold.test'],
  ])('%s is hidden', (text, shown) => {
    expect(mailSnapshot(mail({ text }))).toBe(`Subject: Confirm\n\n${shown}`)
  })

  it.each([
    'internationalization',
    'https://www.example.com/getting-started-with-mail',
    'Order 2026-4711',
    'EUR 1.234,56',
    'font-family:-apple-system,BlinkMacSystemFont',
  ])('%s is shown', (text) => {
    expect(mailSnapshot(mail({ text }))).toBe(`Subject: Confirm\n\n${text}`)
  })

  it('hides the code where it stands alone, in subject and body', () => {
    const codes = [{ value: '4829', confidence: 1, near: '' }]

    expect(mailSnapshot(mail({ subject: '4829 is your code', text: 'Use 4829, not 48291.', codes }))).toBe(
      'Subject: [code] is your code\n\nUse [code], not 48291.',
    )
  })

  it('hides what the test says', () => {
    const text = 'Order 4711 for Ada'
    const mask = ['Ada', /Order \d+/, { hide: 'for', as: '[to]' }]

    expect(mailSnapshot(mail({ text }), { mask })).toBe('Subject: Confirm\n\n[masked] [to] [masked]')
  })

  it('does not matter for the snapshot, and its loss does', () => {
    const token = fc.stringMatching(/^[a-z]\d[a-z]\d[a-zA-Z0-9]{16,40}$/)
    const form = (value: string) =>
      ofHtml(`<p><a href="https://x.test/c?token=${value}">Confirm</a> ${value}</p>`)
    fc.assert(
      fc.property(token, token, (one, other) => {
        expect(form(one)).toBe(form(other))
        expect(form('')).not.toBe(form(one))
      }),
    )
  })
})

describe('text', () => {
  it('is the same with any line ends and blanks at the end of lines', () => {
    const lines = fc.array(fc.stringMatching(/^[a-z ]{0,10}$/), { minLength: 1 })
    fc.assert(
      fc.property(lines, fc.constantFrom('\r\n', '\n', '\r', ' \n'), (texts, lineEnd) => {
        expect(mailSnapshot(mail({ text: texts.join(lineEnd) }))).toBe(
          mailSnapshot(mail({ text: texts.join('\n') })),
        )
      }),
    )
  })
})

describe('the envelope', () => {
  it('shows addresses, header fields and attachments, sorted and without what differs', () => {
    const headers = [
      { name: 'Subject', value: 'Confirm' },
      { name: 'Date', value: 'Sat, 1 Aug 2026 10:00:00 +0200' },
      { name: 'Message-ID', value: '<1@x.test>' },
      { name: 'Content-Type', value: 'multipart/mixed;\r\n boundary="--_NmP-1"' },
    ]
    const attachments = [
      {
        filename: 'a.pdf',
        contentType: 'application/pdf',
        size: 3,
        part: '2',
        contentId: null,
        disposition: 'attachment',
        sha256: '',
        url: '',
      },
    ]

    expect(mailSnapshot(mail({ headers, attachments }), { of: 'envelope' })).toMatchInlineSnapshot(`
      "MAIL FROM app@x.test
      RCPT TO ada@[inbox].mailhold.test

      content-type: multipart/mixed; boundary=[boundary]
      date: [date]
      message-id: [message-id]
      subject: Confirm

      attachment a.pdf application/pdf 3"
    `)
  })
})
