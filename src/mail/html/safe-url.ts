// Addresses in a mail's HTML: which may be followed, which may be shown as an image.

/** What a mail's images may come from, and how many remote ones were kept out. */
export interface ImagePolicy {
  readonly cidImages: ReadonlyMap<string, string>
  readonly remoteImages: boolean
  blocked: number
  /** the scheme that the reader's system is said to ask for; unset, the browser says it */
  readonly scheme?: 'light' | 'dark'
}

const image = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i

/** The address of a link, or `undefined` for one that must not be followed. */
export function safeLink(href: string): string | undefined {
  const plain = withoutControls(href)
  if (/^#/.test(plain)) return plain
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(plain) ? plain : undefined
}

/** The address of an image under the policy: inlined for `cid:`, `undefined` for what must not be loaded. */
export function safeImage(source: string, policy: ImagePolicy): string | undefined {
  const plain = withoutControls(source)
  if (/^cid:/i.test(plain)) return cidImage(plain.slice(4), policy)
  if (image.test(plain)) return plain
  if (!/^(?:https?:)?[\\/]{2}/i.test(plain)) return undefined
  if (policy.remoteImages)
    return plain.replace(/^(?:(https?:))?[\\/]{2}/i, (_, scheme?: string) => `${scheme ?? 'https:'}//`)
  policy.blocked += 1
  return undefined
}

function cidImage(id: string, { cidImages }: ImagePolicy): string | undefined {
  const found = cidImages.get(id) ?? cidImages.get(percentDecoded(id))
  return found !== undefined && image.test(found) ? found : undefined
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Browsers skip control characters inside addresses and blanks around them. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '').trim()
}
