// What reading HTML must know of its elements: which stand on lines of their own, which are never seen.

import { findAttribute } from './html-tokens.js'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const blockElements = words(
  `address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul`,
)

/** Their content is not shown, or not as text. */
const unseenElements = words(
  'script style head title template noembed noframes object iframe svg math select datalist textarea audio video canvas map',
)

export const voidElements = words(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
)

const closers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', blockElements],
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['td', words('td th tr tbody tfoot')],
  ['th', words('td th tr tbody tfoot')],
  ['tr', words('tr tbody tfoot')],
  ['option', words('option')],
  ['head', words('body div table p')],
])

/** What the reading asks about an element, looked up once for each tag. */
export interface HtmlElement {
  /** lower case */
  readonly name: string
  readonly isBlock: boolean
  readonly isUnseen: boolean
  readonly isVoid: boolean
  /** the elements whose beginning ends this one (HTML §13.1.2.4) */
  readonly closers: ReadonlySet<string> | undefined
}

const known: ReadonlyMap<string, HtmlElement> = new Map(
  [
    ...blockElements,
    ...unseenElements,
    ...voidElements,
    ...closers.keys(),
    ...words('a b i span font strong'),
  ].map((name) => [name, describe(name)]),
)

export function elementOf(name: string): HtmlElement {
  return known.get(name) ?? describe(name)
}

function describe(name: string): HtmlElement {
  return {
    name,
    isBlock: blockElements.has(name),
    isUnseen: unseenElements.has(name),
    isVoid: voidElements.has(name),
    closers: closers.get(name),
  }
}

// a cheap look before the attributes are read
const suspicious = /hid|none|font-size\s*:\s*0/i
const hiding =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))/i

/** Whether an element is hidden by its own attributes (unread text). */
export function hidesContent(name: string, attributes: string): boolean {
  if (attributes.length < 6 || name === 'img' || !suspicious.test(attributes)) return false
  if (findAttribute(attributes, 'hidden') !== undefined) return true
  const style = findAttribute(attributes, 'style')
  return style !== undefined && hiding.test(style.slice(0, 4096))
}
