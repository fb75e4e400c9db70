// The environment, where there is one: a browser has none.

type Variables = Readonly<Record<string, string | undefined>>

/** `undefined` where it is not set, or empty: a workflow cannot unset a variable, only empty it. */
export const variable = (name: 'MAILHOLD_URL' | 'MAILHOLD_INBOX_DOMAIN'): string | undefined =>
  environment()[name] || undefined

/** `{}` outside Node. */
export function environment(): Variables {
  // types of browsers know nothing of a process; `globalThis` is what both have
  const here: { readonly globalThis: unknown; readonly process?: { readonly env?: Variables } } = globalThis
  return here.process?.env ?? {}
}
