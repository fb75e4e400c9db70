// One thread that judges, one request at a time; ended when a request takes too long, and begun anew for the next.

import { Worker } from 'node:worker_threads'
import type { JudgeAnswer, JudgeRequest } from './messages.js'

export type Judged = Extract<JudgeAnswer, { kind: 'judged' }>

export interface JudgeThread {
  /** Begins the thread if there is none, so that the first request need not wait for it. */
  prepare(): void
  /** `outOfTime` when it took more than `budget` milliseconds of work, or the thread died of it. */
  judge(request: JudgeRequest, budget: number): Promise<Judged | 'outOfTime'>
  close(): Promise<void>
}

/** Starting the thread, and waiting for a processor, does not count against a mail. */
const startLimit = 10_000

interface Running {
  readonly worker: Worker
  /** resolves when it takes requests; rejects when it cannot be started */
  readonly ready: Promise<void>
}

const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 }

export function createJudgeThread(): JudgeThread {
  let running: Running | undefined
  let line: Promise<unknown> = Promise.resolve()
  const current = (): Running => {
    running ??= start((worker) => {
      if (running?.worker === worker) running = undefined
    })
    return running
  }
  const discard = async (): Promise<void> => {
    const last = running
    running = undefined
    await last?.worker.terminate()
  }
  const ask = async (request: JudgeRequest, budget: number): Promise<Judged | 'outOfTime'> => {
    const { worker, ready } = current()
    await ready
    const answer = await answerWithin(worker, request, budget)
    if (answer?.kind === 'judged') return answer
    await discard()
    return 'outOfTime'
  }
  return {
    prepare: () => void current().ready.catch(() => undefined),
    judge(request, budget) {
      const asked = line.then(() => ask(request, budget))
      line = asked.catch(() => undefined)
      return asked
    },
    close: discard,
  }
}

function start(onEnd: (worker: Worker) => void): Running {
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    name: 'mailhold-judge',
    resourceLimits,
    // a thread would take over what the process was told, such as --input-type
    execArgv: [],
  })
  worker.unref()
  worker.on('exit', () => onEnd(worker))
  // whoever waits for an answer sees that none came; nobody else need know
  worker.on('error', () => onEnd(worker))
  return { worker, ready: nextAnswer(worker, startLimit).then(() => undefined) }
}

function answerWithin(
  worker: Worker,
  request: JudgeRequest,
  budget: number,
): Promise<JudgeAnswer | undefined> {
  const answer = nextAnswer(worker, budget, processorTime())
  worker.postMessage(request)
  return answer
}

/** Milliseconds that a process has worked since, on all its threads together: no thread of it has worked longer. */
function processorTime(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}

/**
 * `undefined` where none came in time. On a busy machine a thread waits for a processor: as long as the whole process has
 * not worked for that time, neither has the thread, and it may go on until `startLimit`.
 */
function nextAnswer(
  worker: Worker,
  within: number,
  worked: () => number = () => within,
): Promise<JudgeAnswer | undefined> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const finish = (answer?: JudgeAnswer): void => {
      clearTimeout(timer)
      worker.off('message', finish)
      worker.off('exit', onExit)
      resolve(answer)
    }
    const onExit = (): void => finish()
    const onTime = (): void => {
      const left = within - worked()
      const mayGoOn = left > 0 && performance.now() - startedAt < startLimit
      if (mayGoOn) timer = setTimeout(onTime, Math.max(left, 10))
      else finish()
    }
    let timer = setTimeout(onTime, within)
    worker.on('message', finish)
    worker.on('exit', onExit)
  })
}
