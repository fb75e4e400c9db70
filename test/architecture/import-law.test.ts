import { describe, expect, it } from 'vitest'
import { circles, foreignPlaces, longFiles, unlawfulImports } from './law.js'
import { ourFiles } from './source.js'

const file = (path: string, text: string) => ({ path, text })

describe('the repository', () => {
  const files = ourFiles()

  it('is read whole', () => {
    expect(files.map(({ path }) => path)).toContain('src/config/table.ts')
    expect(files.map(({ path }) => path)).toContain('package-lock.json')
  })

  it('imports only downwards, and each package only in its room', () => {
    expect(unlawfulImports(files)).toEqual([])
  })

  it('has no circles between files', () => {
    expect(circles(files)).toEqual([])
  })

  it('has no file that holds a second idea', () => {
    expect(longFiles(files)).toEqual([])
  })

  it('names no place of the machine it was written on', () => {
    expect(foreignPlaces(files)).toEqual([])
  })
})

describe('the law', () => {
  it.each([
    ["import { x } from '../store/y.js'", 'pop3/x.ts may not import store/y.ts: heads go through mailroom'],
    [
      "import type { X } from '../store/y.js'",
      'pop3/x.ts may not import store/y.ts: heads go through mailroom',
    ],
    ["export * from '../store/y.js'", 'pop3/x.ts may not import store/y.ts: heads go through mailroom'],
    [
      "const y = await import('../store/y.js')",
      'pop3/x.ts may not import store/y.ts: heads go through mailroom',
    ],
    ["let y: import('../store/y.js').Y", 'pop3/x.ts may not import store/y.ts: heads go through mailroom'],
    ["import '../store/y.js'", 'pop3/x.ts may not import store/y.ts: heads go through mailroom'],
    [
      "new Worker(new URL('../store/y.js', import.meta.url))",
      'pop3/x.ts may not import store/y.ts: heads go through mailroom',
    ],
    [
      "import {\n  a,\n  b,\n} from '../smtp/y.js'",
      'pop3/x.ts may not import smtp/y.ts: heads go through mailroom',
    ],
    [
      "import { deliver } from '../mailroom/deliver.js'",
      'pop3/x.ts may not import mailroom/deliver.ts: heads know only mailroom/mailroom.ts',
    ],
    ["import fastify from 'fastify'", 'pop3/x.ts may not import fastify: fastify is used only in http'],
    [
      "import y from '@fastify/sse'",
      'pop3/x.ts may not import @fastify/sse: @fastify/sse is used only in http',
    ],
    [
      "import { SMTPStream } from 'smtp-server/lib/smtp-stream.js'",
      'pop3/x.ts may not import smtp-server: smtp-server is used only in smtp',
    ],
  ])('refuses %s', (text, sentence) => {
    expect(unlawfulImports([file('src/pop3/x.ts', text)])).toEqual([sentence])
  })

  it('lets a head use the one door, the lines, the model and itself', () => {
    const text = ['../mailroom/mailroom.js', '../lines/a.js', '../model/b.js', './c.js', 'node:net']
      .map((target) => `import { x } from '${target}'`)
      .join('\n')

    expect(unlawfulImports([file('src/pop3/x.ts', text)])).toEqual([])
  })

  it('asks for a rule when a new room appears', () => {
    expect(unlawfulImports([file('src/attic/x.ts', "import '../model/a.js'")])).toEqual([
      'attic/x.ts may not import model/a.ts: attic has no rule; give it one in test/architecture/law.ts',
    ])
  })

  it('finds a circle of three files', () => {
    const files = [
      file('src/mail/a.ts', "import './b.js'"),
      file('src/mail/b.ts', "import './c.js'"),
      file('src/mail/c.ts', "import type { A } from './a.js'"),
    ]

    expect(circles(files)).toEqual(['mail/a.ts -> mail/b.ts -> mail/c.ts -> mail/a.ts'])
  })

  it('finds a file of 301 lines and leaves one of 300', () => {
    const files = [file('src/mail/a.ts', 'x\n'.repeat(301)), file('src/mail/b.ts', 'x\n'.repeat(300))]

    expect(longFiles(files)).toEqual(['src/mail/a.ts has 301 lines; 300 are the most: split it'])
  })

  it('finds the path of a work folder and another registry', () => {
    const folder = ['', 'work', 'main'].join('/')
    const files = [
      file('docs/a.md', `see ${folder}/src`),
      file('package-lock.json', '"resolved": "http://mirror.example/a.tgz"'),
    ]

    expect(foreignPlaces(files)).toHaveLength(2)
  })
})
