// What of a mail's HTML may be shown: layout and text, nothing that acts.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const allowedElements = words(`
  a abbr acronym address area article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn dir
  div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd li main map mark menu nav ol p picture
  pre q rp rt ruby s samp section small span strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
`)

/** They go with everything inside them. */
export const removedWithContent = words(
  'applet audio canvas frameset math noembed object script select svg template video iframe noframes textarea title xmp plaintext',
)

/** Attributes whose values are numbers, words or colours. `href`, `src`, `background` and `style` are looked at one by one. */
export const allowedAttributes = words(`
  abbr align alt axis bgcolor border bordercolor cellpadding cellspacing char charoff class clear color cols colspan compact coords datetime
  dir face frame headers height hidden hspace id lang media name noshade nowrap open reversed role rowspan rules scope shape size span start summary
  title type usemap valign value vspace width
`)
