// mailhold/server for require(). Jest's module system can load neither ES modules nor native ones, so the server runs in
// a thread, where Node's own loader is; the client is one of the test's own realm.

import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { inOneHand, type Start } from './started.js'
import type { ThreadAnswer } from './thread-answer.js'

export * from '../client/in-node.js'
export type { StartedMailhold } from './started.js'

/** Every option of the command line by its name in camelCase: `{ smtp: 2525, maxAge: '1d', starttls: true }`. */
export type MailholdOptions = import('mailhold/server', { with: {
  'resolution-mode': 'import',
}}).MailholdOptions

/** As that of the ES module: starts everything on free ports with a private temporary store. */
export const startMailhold: Start<MailholdOptions> = async (options = {}, client = {}) => {
  const thread = new Worker(join(__dirname, '../../server/thread.js'), {
    workerData: options,
    // a thread would take over what the process was told, such as --input-type
    execArgv: [],
  })
  const first = await answerOf(thread)
  if (first.kind !== 'started') throw new Error(first.kind === 'failed' ? first.text : 'it stopped at once')
  const hasEnded = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= end(thread, hasEnded)
    return stopped
  }
  if (first.running.url !== '') return inOneHand({ ...first.running, stop }, options.inboxDomain, client)
  await stop()
  throw new Error('startMailhold() reads mail over HTTP: leave http out, or give it a port')
}

async function end(thread: Worker, hasEnded: Promise<void>): Promise<void> {
  const answer = answerOf(thread)
  thread.postMessage('stop')
  const last = await answer
  await hasEnded
  if (last.kind === 'failed') throw new Error(last.text)
}

/** The next thing that the thread tells; its death is one, too. */
function answerOf(thread: Worker): Promise<ThreadAnswer> {
  return new Promise((resolve) => {
    const done = (answer: ThreadAnswer): void => {
      thread.off('message', done).off('error', fail).off('exit', leave)
      resolve(answer)
    }
    const fail = (error: Error): void => done({ kind: 'failed', text: error.message })
    const leave = (code: number): void =>
      done({ kind: 'failed', text: `the thread of Mailhold ended with code ${code}` })
    thread.on('message', done).on('error', fail).on('exit', leave)
  })
}
