// The boundaries of the multiparts that are open, and the lines that are one of them (RFC 2046 §5.1.1).

import { limits } from '../limits.js'
import type { Line } from './line-reader.js'
import type { PartNode } from './part-node.js'

export interface Boundaries {
  open(multipart: PartNode): void
  close(multipart: PartNode): void
  /** The multipart whose delimiter or close-delimiter the line is; the innermost when several share a boundary. */
  match(line: Line): { readonly node: PartNode; readonly isClose: boolean } | undefined
}

export function createBoundaries(): Boundaries {
  const open = new Map<string, PartNode[]>()
  const innermost = (boundary: string) => open.get(boundary)?.at(-1)
  return {
    open(multipart) {
      const key = octetsOf(multipart.boundary)
      const sharing = open.get(key)
      if (sharing) sharing.push(multipart)
      else open.set(key, [multipart])
    },
    close(multipart) {
      const key = octetsOf(multipart.boundary)
      const rest = (open.get(key) ?? []).filter((other) => other !== multipart)
      if (rest.length === 0) open.delete(key)
      else open.set(key, rest)
    },
    match({ data, start, end }) {
      if (open.size === 0 || data[start + 1] !== 45 || end - start > limits.boundaryLine) return undefined
      // white space behind the boundary is padding added in transport
      const text = data.toString('latin1', start + 2, end).trimEnd()
      const delimited = innermost(text)
      if (delimited) return { node: delimited, isClose: false }
      const closed = text.endsWith('--') ? innermost(text.slice(0, -2).trimEnd()) : undefined
      return closed ? { node: closed, isClose: true } : undefined
    },
  }
}

/** Lines are compared as octets, one Latin-1 character each. */
function octetsOf(boundary: string): string {
  return Buffer.from(boundary, 'utf8').toString('latin1')
}
