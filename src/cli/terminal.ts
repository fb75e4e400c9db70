// Standard input, output and error of a command, safe against a reader that goes away (`mailhold list | head -1`).

import type { Readable, Writable } from 'node:stream'

/** Nobody reads standard output any more; a command that gets this stops quietly. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed'
}

export interface Terminal {
  readonly input: Readable
  /** whether a person types the standard input */
  readonly isTyped: boolean
  /** whether a person watches standard error */
  readonly isWatched: boolean
  /** columns */
  readonly width: number
  /** Writes to standard output and waits while it is full. @throws OutputClosed */
  write(data: string | Uint8Array): Promise<void>
  /** A line on standard output; is lost when nobody reads. */
  say(line: string): void
  /** A line on standard error; is lost when nobody reads. */
  complain(line: string): void
  /** Text on standard error as it is. */
  draw(text: string): void
}

interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

/** The terminal of a process. */
export function terminalOf({ stdin, stdout, stderr }: Streams): Terminal {
  const output = guarded(stdout)
  const errors = guarded(stderr)
  return {
    input: stdin,
    isTyped: stdin.isTTY === true,
    isWatched: stderr.isTTY === true,
    width: stdout.columns ?? 100,
    write: (data) => writeAll(output, data),
    say: (line) => output.lose(`${line}\n`),
    complain: (line) => errors.lose(`${line}\n`),
    draw: (text) => errors.lose(text),
  }
}

interface Guarded {
  readonly stream: Writable
  readonly isClosed: () => boolean
  readonly lose: (text: string) => void
}

/** A stream whose errors (EPIPE above all) never end the process. */
function guarded(stream: Writable): Guarded {
  let closed = false
  stream.on('error', () => {
    closed = true
  })
  return {
    stream,
    isClosed: () => closed,
    lose: (text) => {
      if (!closed) stream.write(text)
    },
  }
}

async function writeAll({ stream, isClosed }: Guarded, data: string | Uint8Array): Promise<void> {
  if (isClosed()) throw new OutputClosed()
  await new Promise<void>((resolve, reject) => {
    stream.write(data, (error) => (error ? reject(new OutputClosed()) : resolve()))
  })
}
