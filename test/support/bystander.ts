// Watches how long an innocent client waits while something heavy goes on.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./bystander.mjs', import.meta.url))

export interface Bystander {
  /** Ends the client; its times from the end of the data to the reply in milliseconds, ascending. */
  end(): Promise<readonly number[]>
}

/** A process of its own, so that nothing that the test itself does is counted; resolves when it sends. */
export async function watchBystander(port: number): Promise<Bystander> {
  const child = spawn(process.execPath, [script, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] })
  let told = ''
  child.stdout.on('data', (text) => {
    told += text
  })
  await once(child.stdout, 'data')
  const closed = new Promise((resolve) => child.once('close', resolve))
  return {
    async end() {
      child.stdin.end()
      await closed
      const times: unknown = JSON.parse(told.replace('ready\n', ''))
      return Array.isArray(times) ? times.map(Number).sort((a, b) => a - b) : []
    },
  }
}
