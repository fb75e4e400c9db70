import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { safeHtml } from '#mailhold/mail/safe-html.js'
import { payloads } from './safe-html-payloads.js'

const pixel = 'data:image/png;base64,AAAA'
const options = { cidImages: new Map([['logo@x', pixel]]), remoteImages: false }
const safe = (html: string) => safeHtml(html, options)

/** Reads the result with another parser and lists everything that acts or loads. */
function dangers(html: string): string[] {
  const found: string[] = []
  let css = ''
  let inStyle = false
  const forbidden =
    /^(?:script|iframe|frame|frameset|object|embed|applet|base|meta|link|form|input|button|textarea|select|svg|math|template|video|audio|noscript|animate|set|foreignobject|title|xmp|plaintext|noembed|noframes|portal)$/
  const parser = new Parser({
    onopentag(name, attributes) {
      if (forbidden.test(name)) found.push(`<${name}>`)
      inStyle = name === 'style'
      for (const [key, value] of Object.entries(attributes)) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them
        const plain = value.replace(/[\x00-\x20]/g, '')
        if (/^on|^srcset$|^srcdoc$|^action$|^formaction$|^ping$|^xlink|^data$|^poster$/.test(key))
          found.push(key)
        if (key === 'style') css += `${value}\n`
        if (key === 'href' && !/^(?:https?:|mailto:|tel:|#)/i.test(plain)) found.push(`href ${value}`)
        if ((key === 'src' || key === 'background') && !plain.startsWith('data:image/'))
          found.push(`${key} ${value}`)
        if (/^data:(?!image\/(?:png|jpe?g|gif|webp);)/i.test(plain)) found.push(`data ${value}`)
      }
    },
    ontext(text) {
      if (inStyle) css += text
    },
    onclosetag(name) {
      if (name === 'style') inStyle = false
    },
  })
  parser.end(html)
  const acting = css.match(
    /@import|expression\s*\(|(?<![.#])(?:-moz-binding|\bbehavior|javascript|vbscript)\s*:|image-set\s*\(|url\((?!"data:image)/gi,
  )
  return [...found, ...(acting ?? []), ...hidingEscapes(css)]
}

/** Escapes may stand for what no word that acts is made of; a digit may begin a name. */
function hidingEscapes(css: string): string[] {
  return [...css.matchAll(/\\(?:([0-9a-f]{1,6}) )?/gi)].flatMap(([written, hex]) =>
    hex === undefined || /[-a-z_]/i.test(String.fromCodePoint(Number.parseInt(hex, 16))) ? [written] : [],
  )
}

describe('hostile HTML', () => {
  test.each(payloads)('%s leaves nothing that acts or loads', (payload) => {
    expect(dangers(safe(payload).html)).toEqual([])
    expect(dangers(safe(`<div><p>before ${payload} after</p></div>`).html)).toEqual([])
  })

  test('of any pieces leaves nothing that acts or loads, and is safe again', () => {
    const piece = fc.constantFrom(
      ...payloads,
      '<',
      '>',
      '"',
      "'",
      '`',
      '</',
      '<!--',
      '-->',
      '&lt;',
      '&#60;',
      '=',
      ' ',
      '\0',
      '<style>',
      '</style>',
      'url(',
      '\\',
      '\\\n',
      '\n',
      '@import ',
      'javascript:',
      'expression(',
      'image-set(',
      ')',
      '{',
      '}',
      ';',
      '/*',
      '*/',
      '1',
      '.',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = safe(pieces.join('')).html
        expect(dangers(once)).toEqual([])
        expect(dangers(safe(once).html)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('nested very deeply takes no long time', () => {
    const started = performance.now()

    safe('<div>'.repeat(300_000))
    safe('<svg>'.repeat(300_000))
    safe('<style>url('.repeat(200_000))
    for (const piece of [
      '\\a',
      '@import ',
      'url(a"',
      'x(',
      '{',
      '"',
      '"\n',
      '/*',
      '<!--',
      'url("',
      '@import(',
      '-',
    ]) {
      safe(`<style>${piece.repeat(100_000)}</style>`)
    }

    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('ordinary HTML', () => {
  test('keeps its layout', () => {
    const html =
      '<table width="600" cellpadding="0" style="color:#333;padding:4px"><tbody><tr><td align="center" bgcolor="#fff">Hi &amp; bye</td></tr></tbody></table>'
    expect(safe(html).html).toBe(html)
  })

  test('keeps its style sheet', () => {
    expect(safe('<style media="screen">p > a { color: red }</style>').html).toBe(
      '<style media="screen">p > a { color: red }</style>',
    )
  })

  test('keeps hidden what is hidden', () => {
    expect(safe('<p hidden>x</p>').html).toBe('<p hidden="">x</p>')
  })

  test('leads to places of its own where it is shown', () => {
    expect(safe('<a href="#terms">x</a><h2 id="terms">y</h2>').html).toBe(
      '<a href="#terms">x</a><h2 id="terms">y</h2>',
    )
  })

  test('opens its links elsewhere', () => {
    expect(safe('<a href="https://e.com/?a=1&amp;b=2">x</a>').html).toBe(
      '<a href="https://e.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">x</a>',
    )
  })

  test('shows images of the mail itself', () => {
    expect(safe('<img src="cid:logo@x" alt="L"><img src="CID:logo%40x">').html).toBe(
      `<img src="${pixel}" alt="L"><img src="${pixel}">`,
    )
  })

  test('counts remote images that it leaves out', () => {
    const html = '<img src="http://e.com/1.png"><p style="background:url(https://e.com/2.png)">'

    expect(safe(html)).toEqual({ html: '<img><p style="background:none">', remoteBlocked: 2 })
    expect(safeHtml(html, { ...options, remoteImages: true })).toEqual({
      html: '<img src="http://e.com/1.png"><p style="background:url(&quot;https://e.com/2.png&quot;)">',
      remoteBlocked: 0,
    })
  })
})
