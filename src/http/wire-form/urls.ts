// The absolute paths that answers name, under the base path.

/** Names from mail and users are encoded; the paths never leave their place. */
export interface Urls {
  readonly base: string
  message(id: string): string
  part(id: string, path: string): string
  session(id: string): string
  inbox(name: string): string
  fault(id: string): string
}

/** @param base `''` or `/mail` */
export function urlsUnder(base: string): Urls {
  const message = (id: string) => `${base}/v1/messages/${encodeURIComponent(id)}`
  return {
    base,
    message,
    part: (id, path) => `${message(id)}/parts/${encodeURIComponent(path)}`,
    session: (id) => `${base}/v1/sessions/${encodeURIComponent(id)}`,
    fault: (id) => `${base}/v1/faults/${encodeURIComponent(id)}`,
    inbox: (name) => `${base}/v1/messages?inbox=${encodeURIComponent(name)}`,
  }
}
