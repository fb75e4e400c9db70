// Whether a link shows another host than it leads to. Pure.

/** A host at the start of what a person reads, as an address or bare: `https://shop.example/x`, `shop.example`. */
const shownHost = /^(?:https?:\/\/)?((?:[\p{L}\p{N}_-]+\.)+\p{L}{2,63})(?::\d+)?(?:[/?#]\S*)?$/iu

/** The hosts that are shown and meant, where they are not the same; `undefined` where the words show none. */
export function differingHosts(
  text: string,
  href: string,
): { readonly shown: string; readonly real: string } | undefined {
  const found = shownHost.exec(text.trim())?.[1]
  if (found === undefined || !URL.canParse(href)) return undefined
  const { host: real, protocol } = new URL(href)
  if (!protocol.startsWith('http')) return undefined
  const shown = hostOf(found)
  return bare(shown) === bare(real) ? undefined : { shown, real }
}

const hostOf = (name: string): string =>
  URL.canParse(`http://${name}`) ? new URL(`http://${name}`).host : name.toLowerCase()

const bare = (host: string): string => host.replace(/^www\./, '')

/** Whether it may be followed with a click: nothing that runs, nothing of this page. */
export const isSafeLink = (href: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/i.test(href)
