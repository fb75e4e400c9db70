// Which host names a request may be addressed to. A web page can point a name of its own at 127.0.0.1 (DNS rebinding);
// then the browser takes it for our page, and only the Host header tells the difference.

import { isIP } from 'node:net'

/** Names that no stranger can register. */
const privateEndings = ['.localhost', '.local', '.internal', '.test', '.lan']

/** @param patterns lower case or not; `*.example.com` is any name below example.com, `*` any name at all */
export function allowHosts(patterns: readonly string[]): (host: string) => boolean {
  const tests = patterns.map(matches)
  return (host) => isPrivateName(host) || tests.some((test) => test(host))
}

function isPrivateName(host: string): boolean {
  return isIP(host) !== 0 || !host.includes('.') || privateEndings.some((ending) => host.endsWith(ending))
}

function matches(pattern: string): (host: string) => boolean {
  const wanted = pattern.trim().toLowerCase()
  if (wanted === '*') return () => true
  if (wanted.startsWith('*.'))
    return (host) => host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
  return (host) => host === wanted
}
