// The log: JSON lines for machines, short lines for people; always on standard error, so that output stays clean.

import { type DestinationStream, destination, type Logger, pino } from 'pino'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** What rooms and heads are given to write with. */
export type Log = (level: 'error' | 'warn' | 'info' | 'debug', text: string, facts?: object) => void

export function createLog(options: { readonly format: 'pretty' | 'json'; readonly level: LogLevel }): Log {
  const stream = options.format === 'json' ? destination({ dest: 2, sync: true }) : prettyStream
  const { err } = pino.stdSerializers
  const logger: Logger = pino(
    {
      level: options.level,
      base: null,
      serializers: { err, error: err },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream,
  )
  return (level, text, facts = {}) => logger[level](facts, text)
}

const names = new Map([
  [20, 'debug'],
  [30, ''],
  [40, 'warning: '],
  [50, 'error: '],
])

const prettyStream: DestinationStream = {
  write(line) {
    const { level, time, msg, err, error, ...facts } = JSON.parse(line)
    const clock = String(time).slice(11, 19)
    const more = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''
    const stack = (err ?? error)?.stack ? `\n${(err ?? error).stack}` : ''
    process.stderr.write(`${clock} ${names.get(level) ?? ''}${msg}${more}${stack}\n`)
  },
}
