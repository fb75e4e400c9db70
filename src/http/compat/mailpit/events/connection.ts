// One WebSocket: sends frames as fast as its reader takes them, and no faster. A reader that does not read costs one frame and the
// bounded queue of its feed, and is sent away when it answers no ping.

import type { WebSocket } from 'ws'
import { type FramesOptions, frames } from './frames.js'

const pingEvery = 30_000
/** how long a reader may take to say goodbye, in milliseconds */
const patience = 1000

/** RFC 6455 §7.4.1 */
const goingAway = 1001

/** Resolves when the socket has ended. `stopping` ends it. */
export async function serveFrames(
  socket: WebSocket,
  { mailroom, signal: stopping }: FramesOptions,
): Promise<void> {
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  const stopPinging = keepAlive(socket)
  try {
    for await (const frame of frames({ mailroom, signal: AbortSignal.any([gone.signal, stopping]) })) {
      await sent(socket, JSON.stringify(frame), gone.signal)
    }
  } finally {
    stopPinging()
    end(socket)
  }
}

/** Resolves when the octets have left for the kernel, or never will. */
function sent(socket: WebSocket, text: string, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      gone.removeEventListener('abort', done)
      resolve()
    }
    if (gone.aborted) return resolve()
    gone.addEventListener('abort', done)
    socket.send(text, done)
  })
}

/** Returns what ends the pinging. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true
  const hear = () => {
    isAlive = true
  }
  socket.on('pong', hear)
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, pingEvery)
  return () => {
    clearInterval(timer)
    socket.off('pong', hear)
  }
}

function end(socket: WebSocket): void {
  socket.close(goingAway)
  const timer = setTimeout(() => socket.terminate(), patience)
  socket.once('close', () => clearTimeout(timer))
}
