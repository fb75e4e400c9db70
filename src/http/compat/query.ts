// Query parameters as peers read them: what cannot be read counts as not given.

import type { FastifyRequest } from 'fastify'

/** The first value of a parameter; `''` where it is absent. */
export function parameter({ url }: Pick<FastifyRequest, 'url'>, name: string): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : (new URLSearchParams(url.slice(at + 1)).get(name) ?? '')
}

/** A whole number of at least `least`. */
export function wholeNumber(text: string, usual: number, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : usual
  return value < least ? usual : value
}
