// Values as other servers write them, in our spelling; `undefined` where there is no counterpart.

import { posix, win32 } from 'node:path'

/** `0.0.0.0:25`, `[::]:25`; Go's `:25` is every address. */
export function address(value: string): string | undefined {
  const text = value.trim()
  if (/^unix:/i.test(text)) return undefined
  return text.startsWith(':') ? `0.0.0.0${text}` : text
}

/** The folder of a database file; a database on another server has none. */
export function folderOf(value: string): string | undefined {
  if (/^[a-z]+:\/\//i.test(value)) return undefined
  return (value.includes('\\') ? win32 : posix).dirname(value)
}

/** `mail`, `/mail/` → `/mail` */
export const path = (value: string): string => `/${value.trim().replace(/^\/+|\/+$/g, '')}`

/** Hosts become the two origins that a page on them may have; every origin at once is more than we let in. */
export function webOrigins(value: string): string | undefined {
  if (value.includes('*')) return undefined
  const hosts = value.split(/[,\s]+/).filter((host) => host !== '')
  return hosts
    .flatMap((host) => (/^https?:/i.test(host) ? [host] : [`http://${host}`, `https://${host}`]))
    .join(',')
}

/** A number where 0 means no limit, which nothing is here. */
export const limit = (value: string): string | undefined =>
  /^0+$/.test(value.trim()) ? undefined : value.trim()

/** As a limit, with the unit that the other server leaves out. */
export const limitIn =
  (unit: string) =>
  (value: string): string | undefined => {
    const number = limit(value)
    return number === undefined ? undefined : `${number}${unit}`
  }
