// The environment, where there is one: a browser has none.

interface Variables extends Readonly<Record<string, string | undefined>> {
  readonly MAILHOLD_URL?: string
  readonly MAILHOLD_INBOX_DOMAIN?: string
}

/** `{}` outside Node. */
export function environment(): Variables {
  // types of browsers know nothing of a process; `globalThis` is what both have
  const here: { readonly globalThis: unknown; readonly process?: { readonly env?: Variables } } = globalThis
  return here.process?.env ?? {}
}
