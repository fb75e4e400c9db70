// The thread in which octets become facts. It may be ended at any moment; nothing here outlives one message.

import { parentPort } from 'node:worker_threads'
import { decodeText } from '../../mail/decode-part.js'
import { createIndexer, type Indexer } from '../../mail/index-message.js'
import { asFound } from './found.js'
import type { ParserAnswer, ParserRequest } from './messages.js'

/** Loading it takes a quarter of the start of the thread, and most threads never need it. */
let safeHtml: typeof import('../../mail/safe-html.js').safeHtml | undefined

const indexers = new Map<number, Indexer>()

const feed = (request: Extract<ParserRequest, { kind: 'feed' }>): ParserAnswer => {
  const { job, smtpUtf8, octets, last } = request
  const indexer = indexers.get(job) ?? createIndexer({ smtpUtf8 })
  indexer.feed(octets)
  if (!last) {
    indexers.set(job, indexer)
    return { kind: 'fed', job }
  }
  indexers.delete(job)
  return { kind: 'found', job, found: asFound(indexer.end(), last) }
}

type Answered = Exclude<ParserRequest, { kind: 'forget' }>

const work = (request: Answered): ParserAnswer => {
  const { kind, job } = request
  if (kind === 'feed') return feed(request)
  if (kind === 'decodeText') return { kind: 'text', job, text: decodeText(request.octets, request.charset) }
  if (!safeHtml) throw new Error('what makes HTML safe was not loaded')
  return { kind: 'safe', job, ...safeHtml(request.html, request) }
}

const answer = (request: Answered): ParserAnswer => {
  try {
    return work(request)
  } catch (error) {
    indexers.delete(request.job)
    return { kind: 'failed', job: request.job, reason: String(error) }
  }
}

const give = (answered: ParserAnswer): void =>
  parentPort?.postMessage(answered, answered.kind === 'found' ? [answered.found.facts.packed.buffer] : [])

const take = (request: ParserRequest): void => {
  if (request.kind === 'forget') indexers.delete(request.job)
  else give(answer(request))
}

/** What waits while something is loaded: answers come in the order of requests. */
let loading: Promise<void> | undefined

async function loadSafeHtml(): Promise<void> {
  safeHtml = (await import('../../mail/safe-html.js')).safeHtml
  loading = undefined
}

parentPort?.on('message', (request: ParserRequest) => {
  if (request.kind === 'safeHtml' && !safeHtml) loading ??= loadSafeHtml()
  if (loading) loading = loading.then(() => take(request))
  else take(request)
})
parentPort?.postMessage({ kind: 'ready' } satisfies ParserAnswer)
