// Style sheets and style attributes of a mail without anything that loads or acts.

import { type ImagePolicy, safeImage } from './safe-url.js'

const urlForm = /url\s*\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)'"]*))[^)]*\)?/gi
const acting =
  /expression\s*\(|-moz-binding|behaviou?r\s*:|(?:javascript|vbscript|livescript|mocha)\s*:|(?:-[a-z]+-)?image-set\s*\(|(?:cross-fade|element|src|image|attr)\s*\(/gi
const atRules =
  /@(?:import|charset|namespace)[^;]*;?|@font-face\s*\{[^}]*\}?|@(?:document|-moz-document)[^{]*/gi

/**
 * Escapes are read first, so that `\75rl(` is seen for what it is. Everything removed leaves a word behind, so that nothing new is formed
 * from what stood around it. Linear in the length.
 */
export function safeCss(css: string, policy: ImagePolicy): string {
  const plain = withoutEscapes(css)
  const safe = plain
    .replace(/[<\p{Cc}]/gu, ' ')
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(atRules, ' ')
    .replace(acting, 'removed ')
    .replace(urlForm, (_, double?: string, single?: string, bare?: string) =>
      safeUrl(double ?? single ?? bare ?? '', policy),
    )
  return inScheme(safe, policy.scheme)
}

/** Media queries for the wanted scheme hold, those for the other one do not. */
export function inScheme(css: string, scheme: 'light' | 'dark' | undefined): string {
  if (scheme === undefined) return css
  return css
    .replace(/prefers-color-scheme\s*:\s*(light|dark)/gi, (_, asked: string) =>
      asked.toLowerCase() === scheme ? 'min-width: 0' : 'max-width: 0',
    )
    .replace(/(color-scheme\s*:\s*)(?:light\s+dark|dark\s+light)/gi, `$1${scheme}`)
}

function safeUrl(address: string, policy: ImagePolicy): string {
  const safe = safeImage(address, policy)
  return safe === undefined ? 'none' : `url("${safe.replace(/["\\\n()]/g, encodeURIComponent)}")`
}

function withoutEscapes(css: string): string {
  if (!css.includes('\\')) return css
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const point = Number.parseInt(hex, 16)
      return point === 0 || point > 0x10ffff ? ' ' : String.fromCodePoint(point)
    })
    .replaceAll('\\', '')
}
