// The form of a sample mail for the search of codes and links.

export interface CodeFixture {
  readonly language: string
  readonly subject: string
  readonly text?: string
  readonly html?: string
  /** what a person would be asked to type; absent where there is nothing to type */
  readonly code?: string
  /** visible text and address of each link, in order */
  readonly links?: readonly (readonly [text: string, href: string])[]
}

/** HTML as mail services write it: styles with colours and sizes, a hidden preview text, nested tables, a footer in small print. */
export function page(content: string, footer = ''): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>Message 20261122</title>
<style>body{background:#f4f5f7;margin:0}.code{font:700 32px/40px Arial;color:#123456;letter-spacing:6px}@media (max-width:600px){.wrap{width:100%}}</style>
</head><body bgcolor="#f4f5f7"><div style="display:none;max-height:0;overflow:hidden">Preview 445566 &#847;&zwnj;&nbsp;</div>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" class="wrap"><tr><td style="padding:24px 32px;background:#ffffff;color:#333333">
${content}
</td></tr><tr><td style="font-size:11px;color:#999999;padding:16px">${footer}</td></tr></table>
<img src="https://track.example.net/open/884422?u=119933" width="1" height="1" alt=""></body></html>`
}
