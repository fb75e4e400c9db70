import { describe, expect, test } from 'vitest'
import { indexText, properHeader } from '../support/mail-index.js'

const part = (fields: string, body: string) => `--b\n${fields}\n\n${body}\n`
const multipart = (subtype: string, ...parts: string[]) =>
  `Content-Type: multipart/${subtype}; boundary=b\n\n${parts.join('')}--b--\n`
const mail = (body: string) => indexText(`${properHeader}Subject: s\n${body}`)
const nested = (body: string) => body.replaceAll('boundary=b', 'boundary=inner').replaceAll('--b', '--inner')
const filesOf = (facts: ReturnType<typeof mail>) =>
  facts.attachments.map(({ part: path, filename, disposition }) => [path, filename, disposition])

const hello = part('Content-Type: text/plain', 'Hello')
const notes = part('Content-Type: text/plain; name=notes.txt', 'Your code is 123456')
const report = part(
  'Content-Type: text/html; name="report.html"\nContent-Disposition: inline; filename="report.html"',
  '<a href="https://e.com/">report</a>',
)

describe('text with a file name is a file', () => {
  test('behind the text of the mail', () => {
    const facts = mail(multipart('mixed', hello, report, notes))

    expect(filesOf(facts)).toEqual([
      ['2', 'report.html', 'inline'],
      ['3', 'notes.txt', 'attachment'],
    ])
    expect(facts.visibleText).toBe('Hello')
    expect([facts.htmlParts, facts.links, facts.codes]).toEqual([[], [], []])
  })

  test('behind an alternative', () => {
    const body = part('Content-Type: text/html', '<p>Hello</p>')
    const facts = mail(multipart('mixed', `--b\n${nested(multipart('alternative', hello, body))}`, notes))

    expect(filesOf(facts)).toEqual([['2', 'notes.txt', 'attachment']])
    expect([facts.textParts, facts.htmlParts]).toEqual([['1.1'], ['1.2']])
  })

  test('in pieces of HTML within an alternative', () => {
    const piece = part('Content-Type: text/html', '<p>Hello</p>')
    const pieces = nested(multipart('mixed', piece, report, piece))
    const facts = mail(multipart('alternative', hello, `--b\n${pieces}`))

    expect(filesOf(facts)).toEqual([['2.2', 'report.html', 'inline']])
    expect(facts.htmlParts).toEqual(['2.1', '2.3'])
  })
})

describe('text with a file name is the mail itself', () => {
  test('where there is nothing else', () => {
    const facts = mail('Content-Type: text/plain; name=body.txt\n\nHello\n')

    expect([facts.visibleText, filesOf(facts)]).toEqual(['Hello', []])
  })

  test('where no other text stands before it', () => {
    const image = part('Content-Type: image/png; name=a.png', 'x')
    const facts = mail(multipart('mixed', image, report, hello))

    expect(facts.htmlParts).toEqual(['2'])
    expect(facts.links.map(({ href }) => href)).toEqual(['https://e.com/'])
    expect(filesOf(facts)).toEqual([['1', 'a.png', 'attachment']])
  })

  test('as a form of an alternative, also beside its images', () => {
    const image = part('Content-Type: image/png; name=a.png\nContent-ID: <a>', 'x')
    const related = nested(multipart('related', report, image))
    const facts = mail(multipart('alternative', notes, `--b\n${related}`))

    expect([facts.textParts, facts.htmlParts]).toEqual([['1'], ['2.1']])
    expect(filesOf(facts)).toEqual([['2.2', 'a.png', 'inline']])
  })

  test('with an empty name', () => {
    const facts = mail(multipart('mixed', hello, part('Content-Type: text/plain; name=""', 'more')))

    expect([facts.visibleText, filesOf(facts)]).toEqual(['Hello\n\nmore', []])
  })
})
