import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf, crlf, indexOctets, indexText, properHeader } from '../support/mail-index.js'

const mixed = `${properHeader}Subject: =?utf-8?Q?Caf=C3=A9?= =?utf-8?B?IGF1IGxhaXQ=?=
Content-Type: multipart/mixed; boundary="b 1"

preamble
--b 1
Content-Type: multipart/alternative; boundary=b2

--b2
Content-Type: text/plain; charset=utf-8

Hello
--b2
Content-Type: text/html; charset=utf-8

<p>Hello <a href="https://example.com/?a=1&amp;b=2">Confirm <b>now</b></a></p>
--b2--
--b 1
Content-Type: application/pdf; name="a.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf

SGVsbG8=
--b 1--
epilogue
`

describe('a multipart mail', () => {
  const facts = indexText(mixed)

  test('has its subject decoded', () => expect(facts.subject).toBe('Café au lait'))

  test('has a tree with paths', () => {
    expect(facts.root.path).toBe('')
    expect(facts.root.children.map(({ path }) => path)).toEqual(['1', '2'])
    expect(facts.root.children[0]?.children.map(({ path }) => path)).toEqual(['1.1', '1.2'])
  })

  test('has parts whose offsets hold their octets', () => {
    const text = facts.root.children[0]?.children[0]
    const octets = crlf(mixed)

    expect(octets.subarray(text?.bodyStart, text?.end).toString()).toBe('Hello')
    expect(octets.subarray(text?.start, text?.bodyStart).toString()).toBe(
      'Content-Type: text/plain; charset=utf-8\r\n\r\n',
    )
    expect(facts.root.end).toBe(octets.length)
  })

  test('shows text and HTML of the alternative', () => {
    expect(facts.textParts).toEqual(['1.1'])
    expect(facts.htmlParts).toEqual(['1.2'])
    expect(facts.visibleText).toBe('Hello')
  })

  test('has links with their visible text', () => {
    expect(facts.links).toEqual([{ text: 'Confirm now', href: 'https://example.com/?a=1&b=2', part: '1.2' }])
  })

  test('has the attachment with size and hash of its decoded octets', () => {
    expect(facts.attachments).toEqual([
      {
        part: '2',
        filename: 'café.pdf',
        contentType: 'application/pdf',
        size: 5,
        disposition: 'attachment',
        sha256: createHash('sha256').update('Hello').digest('hex'),
      },
    ])
  })

  test('has no problems', () => expect(facts.problems).toEqual([]))

  test('says the same in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (size) => {
        expect(indexOctets(crlf(mixed), size)).toEqual(facts)
      }),
      { numRuns: 30 },
    )
  })
})

describe('header fields', () => {
  test('keep order, duplicates and their folding', () => {
    const facts = indexText('X-A: 1\nx-a:  two\n  more\n\n')

    expect(facts.headers).toEqual([
      { name: 'X-A', value: '1', raw: ' 1' },
      { name: 'x-a', value: 'two  more', raw: '  two\r\n  more' },
    ])
    expect(facts.headerSize).toBe(crlf('X-A: 1\nx-a:  two\n  more\n\n').length)
  })

  test('named like parts of objects are fields like others', () => {
    const facts = indexText('__proto__: x\nconstructor: y\n\n')

    expect(facts.headers.map(({ name, value }) => [name, value])).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  test('with raw UTF-8 or Latin-1 are read', () => {
    const facts = indexOctets(Buffer.concat([crlf('X-U: é\n'), Buffer.from('X-L: \xe9\r\n\r\n', 'latin1')]))

    expect(facts.headers.map(({ value }) => value)).toEqual(['é', 'é'])
    expect(codesOf(facts)).toEqual(expect.arrayContaining(['header8bit', 'headerNotUtf8']))
  })
})

describe('text', () => {
  const html = (body: string) => indexText(`${properHeader}Subject: s\nContent-Type: text/html\n\n${body}`)

  test.each([
    ['<p>a<p>b', 'a\nb'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<table><tr><td>1<td>2<tr><td>3</table>', '1 2\n3'],
    ['a<script>x</script><style>y</style>b', 'ab'],
    ['<div style="display:none">preheader</div>seen', 'seen'],
    ['<div hidden>x<div>y</div></div>seen', 'seen'],
    ['&eacute;&#8217;&amp;&nbsp;&lt;', 'é’& <'],
    ['5 < 6 and <b>bold</b>', '5 < 6 and bold'],
    ['<head><title>t</title></head><body>b', 'b'],
    ['a<!-- c -->b', 'ab'],
  ])('of %j is %j', (body, expected) => expect(html(body).visibleText).toBe(expected))

  test('of inline parts is joined and attachments are left out', () => {
    const facts = indexText(`${properHeader}Subject: s
Content-Type: multipart/mixed; boundary=b

--b

one
--b
Content-Disposition: attachment; filename=x.txt

no
--b
Content-Type: text/html

<p>two</p>
--b--
`)

    expect(facts.visibleText).toBe('one\n\ntwo')
    expect(facts.textParts).toEqual(['1'])
    expect(facts.htmlParts).toEqual(['3'])
    expect(facts.attachments.map(({ filename }) => filename)).toEqual(['x.txt'])
  })

  test('of a forwarded message is not text of this one', () => {
    const facts = indexText(`${properHeader}Subject: outer
Content-Type: multipart/mixed; boundary=b

--b

mine
--b
Content-Type: message/rfc822

Subject: inner
Content-Type: multipart/mixed; boundary=c

--c

theirs
--c--
--b--
`)

    expect(facts.subject).toBe('outer')
    expect(facts.visibleText).toBe('mine')
    expect(facts.root.children[1]?.children[0]?.children[0]?.path).toBe('2.1.1')
    expect(facts.attachments.map(({ contentType, size }) => [contentType, size])).toEqual([
      [
        'message/rfc822',
        crlf('Subject: inner\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\ntheirs\n--c--').length,
      ],
    ])
  })

  test('has bare addresses without the punctuation behind them', () => {
    const facts = indexText(
      `${properHeader}Subject: s\n\nSee https://example.com/a_(b), or (http://example.com/x). ftp://no`,
    )

    expect(facts.links.map(({ href }) => href)).toEqual(['https://example.com/a_(b)', 'http://example.com/x'])
  })

  test('of an image link is the alternative text of the image', () => {
    expect(html('<a href="https://e.com"><img src="cid:a" alt="Go  on"></a>').links).toEqual([
      { text: 'Go on', href: 'https://e.com', part: '1' },
    ])
  })
})

describe('addresses', () => {
  test('of groups, quoted names and encoded words are read', () => {
    const facts = indexText(
      'To: "Doe, Jane" <jane@example.com>, team: a@example.com, b@example.com;, =?utf-8?Q?J=C3=B6rg=2C?= <j@example.com>\n\n',
    )

    expect(facts.to).toEqual([
      { name: 'Doe, Jane', address: 'jane@example.com' },
      { name: '', address: 'a@example.com' },
      { name: '', address: 'b@example.com' },
      { name: 'Jörg,', address: 'j@example.com' },
    ])
  })
})

describe('dates', () => {
  test.each([
    ['Mon, 2 Jan 2023 10:00:00 +0100', Date.UTC(2023, 0, 2, 9)],
    ['2 Jan 23 10:00 GMT (comment)', Date.UTC(2023, 0, 2, 10)],
    ['Mon, 2 Jan 2023 10:00:00 EST', Date.UTC(2023, 0, 2, 15)],
    ['31 Feb 2023 10:00:00 +0000', undefined],
    ['yesterday', undefined],
  ])('%s', (text, expected) => expect(indexText(`Date: ${text}\n\n`).date).toBe(expected))
})

test('List-Unsubscribe with its one-click form', () => {
  const facts = indexText(
    'List-Unsubscribe: <mailto:u@example.com>, <https://example.com/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\n',
  )

  expect(facts.listUnsubscribe).toEqual({
    urls: ['mailto:u@example.com', 'https://example.com/u'],
    oneClick: true,
  })
})

test('an empty message has facts too', () => {
  const facts = indexOctets(new Uint8Array(0))

  expect(facts.root.path).toBe('1')
  expect(codesOf(facts)).toEqual(['emptyMessage'])
})

test('any octets in any pieces give the same facts and never throw', () => {
  const word = fc.constantFrom(
    '--b',
    '\r\n',
    '\n',
    '\r',
    ': ',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    '\r\n\r\n',
    '--',
    'x',
    '\0',
    '=',
    'Content-Type: message/rfc822\r\n',
    'é',
    'Content-Transfer-Encoding: base64\r\n',
    '<a href=',
    '>',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (words, size) => {
      const octets = Buffer.from(words.join(''))
      expect(indexOctets(octets, size)).toEqual(indexOctets(octets))
    }),
    { numRuns: 500 },
  )
})
