// Which methods are taken where, so that a wrong method is told from a wrong path (RFC 9110 §15.5.6).

import type { App } from './app.js'

/** The methods that a path takes, in alphabetical order; none for a path that no route answers. */
export type MethodsAt = (path: string) => readonly string[]

/** Knows the routes that are registered on `app` from now on. */
export function knownPaths(app: App): MethodsAt {
  const known: Known[] = []
  app.addHook('onRoute', ({ url, method }) => {
    known.push({ pattern: stepsOf(url), methods: [method].flat() })
  })
  return (path) => {
    const steps = stepsOf(path).map(decoded)
    const found = known.filter(({ pattern }) => leadsTo(pattern, steps))
    return [...new Set(found.flatMap(({ methods }) => methods))].sort()
  }
}

interface Known {
  readonly pattern: readonly string[]
  readonly methods: readonly string[]
}

const stepsOf = (path: string): readonly string[] => path.split('/')

/** @param pattern steps as routes are written: `:name` is any one, a final `*` all that follow */
const leadsTo = (pattern: readonly string[], steps: readonly string[]): boolean =>
  pattern.at(-1) === '*'
    ? steps.length >= pattern.length && pattern.slice(0, -1).every((step, at) => fits(step, steps[at]))
    : steps.length === pattern.length && pattern.every((step, at) => fits(step, steps[at]))

const fits = (pattern: string, step = ''): boolean =>
  pattern.startsWith(':') ? step !== '' : pattern === step

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
