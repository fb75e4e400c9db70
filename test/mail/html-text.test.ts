import { describe, expect, test } from 'vitest'
import { indexText, properHeader } from '../support/mail-index.js'

const html = (body: string) => indexText(`${properHeader}Subject: s\nContent-Type: text/html\n\n${body}`)
const textOf = (body: string) => html(body).visibleText
const linksOf = (body: string) => html(body).links.map(({ text, href }) => [text, href])

/** As MJML writes it: the size 0 on every cell around, so that no gap comes between columns, and a size of its own on what is read. */
const columns = `<!doctype html><html lang="en" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><title>Welcome aboard</title><!--[if !mso]><!--><meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<![endif]-->
<style type="text/css">p{display:block;margin:13px 0}.mj-column-per-50{width:50%!important}</style></head>
<body style="word-spacing:normal;background-color:#f0f2f5;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">Only three steps left</div>
<div style="background-color:#f0f2f5;" lang="en">
<!--[if mso | IE]><table align="center" width="600"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:600px;"><table align="center" border="0" role="presentation" style="width:100%;"><tbody><tr>
<td style="direction:ltr;font-size:0px;padding:20px 0;text-align:center;">
<div class="mj-column-per-50 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" role="presentation" style="vertical-align:top;" width="100%"><tbody>
<tr><td align="center" style="font-size:0px;padding:10px 25px;word-break:break-word;"><table border="0" role="presentation"><tbody><tr><td style="width:120px;">
<a href="https://boat.example/" target="_blank"><img alt="Boat club" src="https://boat.example/logo.png" style="border:0;display:block;width:100%;font-size:13px;" width="120" height="auto"></a>
</td></tr></tbody></table></td></tr>
<tr><td align="left" style="font-size:0px;padding:10px 25px;word-break:break-word;"><div style="font-family:Arial,sans-serif;font-size:16px;line-height:1.4;text-align:left;color:#222222;">Your verification code is <b>482913</b>.</div></td></tr>
</tbody></table></div>
<div class="mj-column-per-50 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;">
<table border="0" role="presentation" style="vertical-align:top;" width="100%"><tbody>
<tr><td align="center" style="font-size:0px;padding:10px 25px;word-break:break-word;"><table border="0" role="presentation" style="border-collapse:separate;line-height:100%;"><tbody><tr>
<td align="center" bgcolor="#346db7" role="presentation" style="border:none;border-radius:3px;cursor:auto;mso-padding-alt:10px 25px;background:#346db7;" valign="middle">
<a href="https://boat.example/confirm?t=abc" style="display:inline-block;background:#346db7;color:#ffffff;font-family:Arial,sans-serif;font-size:13px;font-weight:normal;line-height:120%;margin:0;text-decoration:none;padding:10px 25px;mso-padding-alt:0px;border-radius:3px;" target="_blank"> Confirm address </a>
</td></tr></tbody></table></td></tr>
<tr><td style="font-size:0px;word-break:break-word;"><div style="height:20px;line-height:20px;">&#8202;</div></td></tr>
</tbody></table></div>
</td></tr></tbody></table></div></div></body></html>`

describe('a mail in columns with the size 0 around them', () => {
  const facts = html(columns)

  test('has its text and no preview text', () => {
    expect(facts.visibleText).toBe('Your verification code is 482913.\nConfirm address')
    expect(facts.snippet).toBe('Your verification code is 482913. Confirm address')
  })

  test('has its links, its images and its code', () => {
    expect(facts.links.map(({ text, href }) => [text, href])).toEqual([
      ['Boat club', 'https://boat.example/'],
      ['Confirm address', 'https://boat.example/confirm?t=abc'],
    ])
    expect(facts.images.map(({ src, alt }) => [src, alt])).toEqual([
      ['https://boat.example/logo.png', 'Boat club'],
    ])
    expect(facts.codes[0]?.value).toBe('482913')
  })
})

describe('in an element of the size 0', () => {
  test.each([
    ['text itself is hidden', 'a<div style="font-size:0">x</div>b', 'a\nb'],
    ['in any way of writing it', 'a<i style="FONT-SIZE : 0.0EM ! important">x</i>b', 'ab'],
    ['or for short', 'a<i style="font:0/0 a">x</i>b', 'ab'],
    ['elements that say nothing of size are hidden', 'a<p style="font-size:0px"><b>x</b></p>b', 'a\nb'],
    ['and such as take a part of it', '<p style="font-size:0"><b style="font-size:2em">x</b></p>b', 'b'],
    [
      'a size of its own is seen',
      '<p style="font-size:0">x<b style="font-size:12px">seen</b>y</p>b',
      'seen\nb',
    ],
    ['so is one for short', '<p style="font-size:0"><b style="font:700 1rem/1 Arial">seen</b></p>', 'seen'],
    ['so is a font element with a size', '<p style="font-size:0"><font size="2">seen</font></p>', 'seen'],
    ['a style sheet may give the size', '<p style="font-size:0"><b class="text">seen</b></p>', 'seen'],
    ['a table takes none', '<div style="font-size:0"><table><tr><td>seen</table></div>', 'seen'],
    ['of two sizes the last counts', '<p style="font-size:0;font-size:14px">seen</p>', 'seen'],
  ])('%s', (_, body, expected) => expect(textOf(body)).toBe(expected))

  test('sizes that begin with 0 are sizes', () => {
    expect(textOf('<p style="font-size:0.8em">a</p><p style="font-size: .9rem">b</p>')).toBe('a\nb')
  })

  test('images are seen', () => {
    expect(html('<td style="font-size:0"><img src="https://e.com/a.png" alt="A"></td>').images).toEqual([
      { src: 'https://e.com/a.png', alt: 'A', part: '1' },
    ])
  })
})

test('what is hidden from Outlook alone is seen', () => {
  const button = `<!--[if mso]><v:roundrect href="https://x.example/confirm?t=1"><center>Confirm account</center></v:roundrect><![endif]-->
<a href="https://x.example/confirm?t=1" style="background:#556677;display:inline-block;mso-hide:all;">Confirm account</a>`

  expect(textOf(button)).toBe('Confirm account')
  expect(linksOf(button)).toEqual([['Confirm account', 'https://x.example/confirm?t=1']])
})

test('areas of an image map are links with their alternative text', () => {
  const map =
    '<img src="cid:a" usemap="#m"><map name="m"><area href="https://x.example/buy" alt="Buy"><area href="https://x.example/no" alt="No"></map>'

  expect(linksOf(map)).toEqual([
    ['Buy', 'https://x.example/buy'],
    ['No', 'https://x.example/no'],
  ])
})

describe('a head that is never closed ends', () => {
  test('where an element begins that is of the body', () => {
    const open =
      '<html><head><meta charset="utf-8"><title>T</title><style>p{}</style><h1>Hello</h1><a href="https://x.example/">x</a><p>para</p>'

    expect(textOf(open)).toBe('Hello\nx\npara')
    expect(linksOf(open)).toEqual([['x', 'https://x.example/']])
  })

  test('where text begins', () =>
    expect(textOf('<head><title>T</title>\n Hello <b>you</b>')).toBe('Hello you'))

  test('but not at what belongs to it', () => {
    const head = '<head><link href="a"><base href="b"><script>s</script><noscript><img src="c"></noscript>'
    expect(textOf(`${head}<template><p>t</p></template><title>T</title></head>seen`)).toBe('seen')
  })
})
