// What reading HTML must know of its elements: which stand on lines of their own, which are never seen.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const blockElements = words(
  `address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul`,
)

/** Their content is not shown, or not as text. */
const unseenElements = words(
  'script style head title template noembed noframes object iframe svg math select datalist textarea audio video canvas',
)

export const voidElements = words(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
)

/** What stands in a head; anything else ends it (HTML §13.2.6.4.4). */
const metadata = words(
  'base basefont bgsound head html link meta noframes noscript script style template title',
)

/** A set of names, or one that is told by what is not in it. */
type Names = Pick<ReadonlySet<string>, 'has'>

const closers: ReadonlyMap<string, Names> = new Map<string, Names>([
  ['p', blockElements],
  ['li', words('li')],
  ['dt', words('dt dd')],
  ['dd', words('dt dd')],
  ['td', words('td th tr tbody tfoot')],
  ['th', words('td th tr tbody tfoot')],
  ['tr', words('tr tbody tfoot')],
  ['option', words('option')],
  ['head', { has: (name) => !metadata.has(name) }],
])

/** What the reading asks about an element, looked up once for each tag. */
export interface HtmlElement {
  /** lower case */
  readonly name: string
  readonly isBlock: boolean
  readonly isUnseen: boolean
  readonly isVoid: boolean
  /** the elements whose beginning ends this one (HTML §13.1.2.4) */
  readonly closers: Names | undefined
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
