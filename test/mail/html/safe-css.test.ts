import { describe, expect, test } from 'vitest'
import { safeHtml } from '#mailhold/mail/safe-html.js'

const options = { cidImages: new Map<string, string>(), remoteImages: false }
const safe = (html: string) => safeHtml(html, options)

describe('the style sheet of a mail', () => {
  test.each([
    ['i::after{content:"\\22 ";color:red}', 'i::after{content:"\\22 ";color:red}'],
    ['.md\\:w-full{width:100%}', '.md\\3a w-full{width:100%}'],
    ['.\\32xl\\:p-4,.w-1\\/2{padding:1rem}', '.\\32 xl\\3a p-4,.w-1\\2f 2{padding:1rem}'],
    ['.gr\\f6 \\df e{color:red}', '.gr\\f6 \\df e{color:red}'],
    ['p{scroll-behavior:smooth}', 'p{scroll-behavior:smooth}'],
    ['.mocha:hover,.behavior:hover{color:red}', '.mocha:hover,.behavior:hover{color:red}'],
    [
      '@media (width < 600px) and (400px <= width){p{color:red}}',
      '@media (width <  600px) and (400px <= width){p{color:red}}',
    ],
    [
      '@import url(https://fonts.example/css2?family=A:wght@400;700&display=swap);p{color:red}',
      ' p{color:red}',
    ],
    ["p{font-family:'Segoe UI',sans-serif}", 'p{font-family:"Segoe UI",sans-serif}'],
    ['a::before{content:"/* → */"}', 'a::before{content:"\\2f * → *\\2f "}'],
    [
      'td{filter:alpha(opacity=50);*zoom:1;mso-table-lspace:0pt}',
      'td{filter:alpha(opacity=50);*zoom:1;mso-table-lspace:0pt}',
    ],
  ])('means what it meant: %s', (css, written) => {
    expect(safe(`<style>${css}</style>`).html).toBe(`<style>${written}</style>`)
  })

  test('keeps its first rule where it is wrapped in a comment for old readers', () => {
    expect(safe('<style>\n<!--\np.MsoNormal {color:red}\n-->\n</style>').html).toBe(
      '<style>\n \np.MsoNormal {color:red}\n \n</style>',
    )
  })
})

describe('the scheme of a view', () => {
  const css =
    '<style>:root{color-scheme: light dark}@media (prefers-color-scheme: dark){p{color:red}}@media (PREFERS-COLOR-SCHEME:light){p{color:blue}}</style>'
  const inDark = { ...options, scheme: 'dark' } as const

  test('makes the media queries of the wanted scheme hold, and the others not', () => {
    expect(safeHtml(css, inDark).html).toBe(
      '<style>:root{color-scheme: dark}@media (min-width: 0){p{color:red}}@media (max-width: 0){p{color:blue}}</style>',
    )
    expect(safeHtml('<style media="(prefers-color-scheme: dark)">p{}</style>', inDark).html).toBe(
      '<style media="(min-width: 0)">p{}</style>',
    )
  })

  test('leaves text alone, and everything while none is wanted', () => {
    expect(safeHtml('<p>prefers-color-scheme: dark</p>', inDark).html).toBe(
      '<p>prefers-color-scheme: dark</p>',
    )
    expect(safe(css).html).toContain('prefers-color-scheme: dark')
  })
})
