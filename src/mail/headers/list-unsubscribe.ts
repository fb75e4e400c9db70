// List-Unsubscribe (RFC 2369 §3.2) and its one-click form (RFC 8058).

import type { ListUnsubscribe } from '../../model/facts.js'
import { limits } from '../limits.js'
import type { ProblemList } from '../problems.js'

/** `undefined` when the field is missing or names no address. */
export function readListUnsubscribe(
  field: string | undefined,
  post: string | undefined,
  problems: ProblemList,
): ListUnsubscribe | undefined {
  const urls = [...(field ?? '').matchAll(/<([^<>]{1,4096})>/g)]
    .slice(0, limits.listUnsubscribeUrls)
    .map((match) => (match[1] ?? '').replace(/\s+/g, ''))
    .filter((url) => url !== '')
  const asks = post !== undefined && /^\s*List-Unsubscribe\s*=\s*One-Click\s*$/i.test(post)
  const hasHttps = urls.some((url) => /^https:/i.test(url))
  if (post !== undefined && !asks) problems.add('badListUnsubscribePost', post, 'List-Unsubscribe-Post')
  if (asks && !hasHttps) problems.add('oneClickWithoutHttps', '', 'List-Unsubscribe')
  return urls.length === 0 ? undefined : { urls, oneClick: asks && hasHttps }
}
