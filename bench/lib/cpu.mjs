// What a process spends, thread by thread, where the system tells it (Linux): wall time says little on a shared machine.

import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds per tick of /proc/<pid>/stat; the kernel's interface has had 100 ticks a second since ever. */
const tick = 10

/** @returns CPU milliseconds by thread id; empty where there is no /proc */
export function cpuOf(pid) {
  const used = new Map()
  for (const thread of threadsOf(pid)) {
    const fields = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ').at(-1).split(' ')
    used.set(Number(thread), (Number(fields[11]) + Number(fields[12])) * tick)
  }
  return used
}

const threadsOf = (pid) => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** The difference as text, per mail: the main thread first, then the others in the order in which they started. */
export function cpuPerMail(pid, before, after, mails) {
  const spent = [...after].map(([thread, used]) => [thread, (used - (before.get(thread) ?? 0)) / mails])
  const shown = spent.filter(([thread, each]) => thread === pid || each >= 0.005)
  const total = spent.reduce((sum, [, each]) => sum + each, 0)
  const each = shown.map(([thread, ms]) => `${thread === pid ? 'main' : `+${thread - pid}`} ${ms.toFixed(3)}`)
  return `CPU ms per mail ${total.toFixed(3)} (${each.join(', ')})`
}
