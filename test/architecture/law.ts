// Who may import whom. A mail goes in at a head, down through the mailroom into the store, and out the same way.

import { importsOf, type SourceFile } from './source.js'

interface Rule {
  readonly may: readonly string[]
  readonly because: string
}

const ground = { may: [], because: 'the ground floor imports nothing of ours' }
const knowledge = { may: ['model'], because: 'mail, query and events know only the model, not each other' }
const floors = ['model', 'wire', 'lines', 'config', 'mail', 'query', 'events', 'checks', 'store', 'assert']
const heads = ['smtp', 'pop3', 'http']

const law: Readonly<Record<string, Rule>> = {
  model: ground,
  wire: ground,
  lines: ground,
  config: ground,
  mail: knowledge,
  query: knowledge,
  events: knowledge,
  checks: { may: ['model', 'mail'], because: 'checks are pure' },
  store: {
    may: ['model', 'query'],
    because: 'the store keeps rows and octets and understands only a search tree',
  },
  assert: { may: ['model', 'query'], because: 'verdicts are data in, data out' },
  mailroom: {
    may: ['store', 'assert', 'checks', 'mail', 'query', 'events', 'model'],
    because: 'the mailroom knows no head and no configuration',
  },
  smtp: { may: ['mailroom', 'lines', 'model'], because: 'heads go through mailroom' },
  pop3: { may: ['mailroom', 'lines', 'model'], because: 'heads go through mailroom' },
  http: { may: ['mailroom', 'wire', 'model'], because: 'heads go through mailroom' },
  app: { may: [...floors, 'mailroom', ...heads], because: 'the app is below its users' },
  cli: { may: ['app', 'config', 'client'], because: 'commands start the app or talk to it as a client' },
  server: { may: ['app', 'client'], because: 'it is the app with its client in one hand' },
  client: { may: ['wire'], because: 'the client runs anywhere' },
  testing: { may: ['client', 'wire'], because: 'it runs in the tests of users' },
  web: { may: ['client', 'wire'], because: 'the page is a client' },
}

const fences: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store'],
  mailparser: ['mail'],
  libmime: ['mail'],
  libqp: ['mail'],
  libbase64: ['mail'],
  'iconv-lite': ['mail'],
  htmlparser2: ['mail'],
  'smtp-server': ['smtp'],
  fastify: ['http'],
  typebox: ['http', 'config'],
  yaml: ['cli'],
  react: ['web'],
  'react-dom': ['web'],
  wouter: ['web'],
  'lucide-react': ['web'],
  vite: ['web'],
}

const onlyDoor = 'mailroom/mailroom.ts'
const longest = 300

/** Sentences about every import that the law forbids. */
export function unlawfulImports(files: readonly SourceFile[]): readonly string[] {
  return productFiles(files).flatMap((file) => {
    const from = shortPath(file.path)
    return importsOf(file).flatMap((target) => {
      const reason = target.includes('.ts')
        ? pathReason(from, shortPath(target))
        : packageReason(from, target)
      return reason ? [`${from} may not import ${shortPath(target)}: ${reason}`] : []
    })
  })
}

function pathReason(from: string, to: string): string | undefined {
  const [room, target] = [roomOf(from), roomOf(to)]
  const rule = law[room]
  if (!rule) return `${room} has no rule; give it one in test/architecture/law.ts`
  if (room === target) return undefined
  if (!rule.may.includes(target)) return rule.because
  const isSideDoor = heads.includes(room) && target === 'mailroom' && to !== onlyDoor
  return isSideDoor ? `heads know only ${onlyDoor}` : undefined
}

function packageReason(from: string, name: string): string | undefined {
  const rooms = fences[name.startsWith('@fastify/') ? 'fastify' : name]
  return !rooms || rooms.includes(roomOf(from)) ? undefined : `${name} is used only in ${rooms.join(' and ')}`
}

/** Each circle once, as `a.ts -> b.ts -> a.ts`. */
export function circles(files: readonly SourceFile[]): readonly string[] {
  // a component is imported under the name that its file has once it is built
  const imports = new Map(
    productFiles(files).map((file) => [file.path.replace(/\.tsx$/, '.ts'), importsOf(file)]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].map(shortPath).join(' -> '))
    if (start >= 0 || done.has(path)) return
    for (const target of imports.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return found
}

/** Sentences about files that hold more than one idea. Generated data and migrations are excepted. */
export function longFiles(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(
      ({ path }) =>
        /^(?:src|test|bench|web)\/.*\.(?:[cm]?[jt]sx?|css)$/.test(path) && !path.includes('/migrations/'),
    )
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path} has ${lines} lines; ${longest} are the most: split it`)
}

const workFolder = /(?:^|[\s"'`(=])\/(?:work|farm)\//m
const otherRegistry = /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)[^"]*"|^\s*registry\s*=.*/m

/** Sentences about files that only make sense on the machine they were written on. */
export function foreignPlaces(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const form = /(?:package-lock\.json|\.npmrc)$/.test(path) ? otherRegistry : workFolder
    const found = form.exec(text)?.[0]
    return found ? [`${path} names a place that others do not have: ${found.trim()}`] : []
  })
}

const productFiles = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.filter(({ path }) => /^(?:src|web)\/.*\.tsx?$/.test(path))

const shortPath = (path: string): string => path.replace(/^src\//, '')
const roomOf = (path: string): string => path.split('/')[0] ?? ''
