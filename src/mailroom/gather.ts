// Octets of one message gathered into buffers of our own, so that no slice of a socket's buffer is kept alive.

/** Octets of a full buffer, and of a stored chunk. */
export const bufferSize = 256 * 1024
const firstBufferSize = 32 * 1024

/** Buffers of small messages that wait for the next message, so that most messages need no new one. */
const sparesAtMost = 32
const spares: Uint8Array<ArrayBuffer>[] = []

export interface Gatherer {
  /** Copies what fits; returns how many octets that was. */
  add(octets: Uint8Array): number
  readonly isFull: boolean
  /** What was gathered since the last call, in a buffer that holds nothing else and is the caller's from now on. */
  take(): Uint8Array<ArrayBuffer>
}

/** The first buffer is small and grows, because most messages are small; later ones are whole. */
export function createGatherer(): Gatherer {
  let buffer = spares.pop() ?? new Uint8Array(firstBufferSize)
  let used = 0
  const makeRoom = (wanted: number): void => {
    if (buffer.length === bufferSize || used + wanted <= buffer.length) return
    const size = Math.min(bufferSize, Math.max(2 * buffer.length, used + wanted))
    const larger = new Uint8Array(buffer.length === 0 ? bufferSize : size)
    larger.set(buffer.subarray(0, used))
    buffer = larger
  }
  return {
    add(octets) {
      makeRoom(octets.length)
      const taken = Math.min(octets.length, buffer.length - used)
      buffer.set(octets.subarray(0, taken), used)
      used += taken
      return taken
    },
    get isFull() {
      return used === bufferSize
    },
    take() {
      const taken = used === buffer.length ? buffer : buffer.slice(0, used)
      if (taken !== buffer && buffer.length === firstBufferSize && spares.length < sparesAtMost)
        spares.push(buffer)
      buffer = new Uint8Array(0)
      used = 0
      return taken
    },
  }
}
