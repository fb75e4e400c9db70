import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseAttachment, hasForm } from '#mailhold/client/mail/attachment.js'

const file = (filename: string, contentType = 'application/pdf') => ({
  filename,
  part: '2',
  contentType,
  size: 3,
  contentId: null,
  disposition: 'attachment',
  sha256: '',
  url: '/',
})

describe('a name', () => {
  it.each([
    ['invoice-1.pdf', 'invoice-1.pdf', true],
    ['invoice-1.pdf', '*.pdf', true],
    ['invoice-1.pdf', 'invoice-*', true],
    ['invoice-1.pdf', '*voice*.p*', true],
    ['invoice-1.pdf', '*', true],
    ['a.pdf', 'a*a.pdf', false],
    ['a', 'a*a', false],
    ['aa', 'a*a', true],
    ['abab', '*ab*ab', true],
    ['ab', '*ab*ab', false],
    ['invoice.PDF', '*.pdf', false],
    ['Zo\u00eb.pdf', 'Zoe\u0308.*', true],
  ])('%s has the form %s: %s', (name, form, expected) => {
    expect(hasForm(name, form)).toBe(expected)
  })

  it('has each form that is made of it by leaving out pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.') })
    fc.assert(
      fc.property(fc.array(text, { minLength: 2 }), fc.infiniteStream(text), (pieces, between) => {
        const name = pieces
          .map((piece, at) => (at === 0 ? piece : `${between.next().value}${piece}`))
          .join('')
        expect(hasForm(name, pieces.join('*'))).toBe(true)
      }),
    )
  })
})

describe('an attachment', () => {
  it('is the only one when no name is given', () => {
    expect(chooseAttachment([file('a.pdf')]).filename).toBe('a.pdf')
  })
  it.each([
    ['b.png', 'b.png'],
    [/^B\./i, 'b.png'],
    [/\.png$/g, 'b.png'],
    [{ contentType: 'IMAGE/*' }, 'b.png'],
    [{ filename: 'a.*', contentType: /pdf/ }, 'a.pdf'],
  ])('is chosen by %o', (choice, filename) => {
    const attachments = [file('a.pdf'), file('b.png', 'image/png')]

    expect(chooseAttachment(attachments, choice).filename).toBe(filename)
  })
  it('that is not there is answered with those that are', () => {
    expect(() =>
      chooseAttachment([file('a.pdf'), file('b.pdf')], '*.png'),
    ).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: none of the mail's attachments fits "*.png"; there are:
        "a.pdf" application/pdf, 3 octets
        "b.pdf" application/pdf, 3 octets]
    `)
  })
  it('that was asked for by a pattern and a type is told by both', () => {
    expect(() => chooseAttachment([file('a.pdf')], { filename: /b/, contentType: 'image/*' })).toThrow(
      'none of the mail\'s attachments fits filename /b/ and contentType "image/*"; there are:',
    )
  })
  it('is not chosen by what could mean any', () => {
    expect(() => chooseAttachment([file('a.pdf')], JSON.parse('{"name":"b.pdf"}'))).toThrow(
      'an attachment is chosen by a text, a regular expression, or either for filename and contentType',
    )
  })
  it('that could be several is answered with these', () => {
    expect(() =>
      chooseAttachment([file('a.pdf'), file('b.pdf')], '*.pdf'),
    ).toThrowErrorMatchingInlineSnapshot(`
      [NotInMail: 2 attachments fit "*.pdf":
        "a.pdf" application/pdf, 3 octets
        "b.pdf" application/pdf, 3 octets]
    `)
    expect(() => chooseAttachment([])).toThrowErrorMatchingInlineSnapshot(
      `[NotInMail: the mail has no attachments]`,
    )
  })
})
