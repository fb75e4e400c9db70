// The thread on which mails are judged that may take long. It may be ended at any moment.

import { parentPort } from 'node:worker_threads'
import type { Plan } from '../../../assert/plan.js'
import { readWait } from '../../../assert/read-expectation.js'
import { consider } from '../../../assert/tally.js'
import type { WrittenCriteria } from '../look.js'
import type { JudgeAnswer, JudgeRequest } from './messages.js'

/** Compiling takes milliseconds; a wait asks about many mails. */
const plans = new Map<string, Plan>()
const maxPlans = 100

function planOf(written: WrittenCriteria): Plan {
  const key = JSON.stringify(written)
  const known = plans.get(key)
  if (known) return known
  const plan = readWait(written)
  const oldest = plans.keys().next().value
  if (plans.size >= maxPlans && oldest !== undefined) plans.delete(oldest)
  plans.set(key, plan)
  return plan
}

function answer({ written, subject }: JudgeRequest): JudgeAnswer {
  try {
    const { candidate, ...judged } = consider(planOf(written), subject)
    return { kind: 'judged', results: candidate.results, ...judged }
  } catch (error) {
    return { kind: 'failed', reason: String(error) }
  }
}

parentPort?.on('message', (request: JudgeRequest) => parentPort?.postMessage(answer(request)))
parentPort?.postMessage({ kind: 'ready' } satisfies JudgeAnswer)
