import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disposition, safeName } from '#mailhold/http/octets/disposition.js'

describe('a Content-Disposition', () => {
  it.each([
    ['invoice.pdf', 'attachment; filename="invoice.pdf"'],
    [
      'Rechnung für Jörg.pdf',
      `attachment; filename="Rechnung f_r J_rg.pdf"; filename*=UTF-8''Rechnung%20f%C3%BCr%20J%C3%B6rg.pdf`,
    ],
    ['../../etc/passwd', 'attachment; filename="passwd"'],
    ['..\\..\\x.exe', 'attachment; filename="x.exe"'],
    ['a"; filename="b.txt', 'attachment; filename="a_; filename=_b.txt"'],
    ['x\r\nSet-Cookie: a=b', 'attachment; filename="x__Set-Cookie_ a=b"'],
    ['\u202Efdp.exe', 'attachment; filename="_fdp.exe"'],
    ['.htaccess', 'attachment; filename="htaccess"'],
    ['', 'attachment; filename="attachment"'],
    ['/', 'attachment; filename="attachment"'],
    ["it's(1).txt", `attachment; filename="it's(1).txt"`],
    ['für (1)*.txt', `attachment; filename="f_r (1)_.txt"; filename*=UTF-8''f%C3%BCr%20%281%29_.txt`],
  ])('for %j is %s', (name, expected) => {
    expect(disposition('attachment', name)).toBe(expected)
  })

  it('is one line of printable ASCII that names no path, whatever the name', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('/', '\\', '"', '\r', '\n', '\ud800', '.', 'ü') }),
    )
    fc.assert(
      fc.property(hostile, (name) => {
        expect(disposition('inline', name)).toMatch(
          /^inline; filename="[ !#-.0-[\]-~]+"(; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+)?$/,
        )
        expect(safeName(name)).not.toMatch(/^\.|[/\\\r\n]/)
      }),
      { numRuns: 1000 },
    )
  })
})
