// MailDev's filters: every query parameter names a member of an email, with dots into nested ones, and what it must be.

export type Filter = readonly (readonly [path: string, value: string])[]

/** @param reserved names that are no filters */
export function readFilter(url: string, reserved: readonly string[]): Filter {
  const at = url.indexOf('?')
  const parameters = at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1))]
  return parameters.filter(([name]) => !reserved.includes(name)).map(([name, value]) => [name, value])
}

/** Of a list any member may be it. */
export const passes = (email: object, filter: Filter): boolean =>
  filter.every(([path, value]) => lookUp(email, path.split('.')).some((found) => String(found) === value))

/** Own members only: names are a stranger's. A name may hold dots itself, as those of header fields do. */
function lookUp(value: unknown, [name, ...rest]: readonly string[]): readonly unknown[] {
  if (name === undefined) return Array.isArray(value) ? value : [value]
  if (Array.isArray(value)) return value.flatMap((one) => lookUp(one, [name, ...rest]))
  if (typeof value !== 'object' || value === null) return []
  const member = Object.getOwnPropertyDescriptor(value, name)
  return member ? lookUp(member.value, rest) : []
}
