import { describe, expect, it } from 'vitest'
import { partType } from '#mailhold/http/octets/part-type.js'

describe('the type of a part', () => {
  it.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])('%s may be shown', (type) => {
    expect(partType(type, undefined)).toEqual({ contentType: type, kind: 'inline' })
  })

  it.each(['application/pdf', 'application/zip', 'image/tiff', 'application/json', 'message/rfc822'])(
    '%s is a download under its own name',
    (type) => {
      expect(partType(type, undefined)).toEqual({ contentType: type, kind: 'attachment' })
    },
  )

  it('of text keeps its charset', () => {
    expect(partType('text/plain', 'iso-8859-1').contentType).toBe('text/plain; charset=iso-8859-1')
    expect(partType('text/csv', 'x"; y').contentType).toBe('text/csv')
  })

  it.each([
    'text/html',
    'text/css',
    'text/javascript',
    'application/javascript',
    'application/xhtml+xml',
    'image/svg+xml',
    'text/xml',
    'application/rss+xml',
    'multipart/mixed',
    'nonsense',
    'text/plain\r\nX: y',
    'a/b; charset=x',
    '',
  ])('%j is a download of plain octets', (type) => {
    expect(partType(type, 'utf-8')).toEqual({ contentType: 'application/octet-stream', kind: 'attachment' })
  })
})
