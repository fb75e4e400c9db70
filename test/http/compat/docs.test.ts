// docs/compat.md against what it speaks of: every same row has a test, every route is answered as the row says, every variable is there.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maildevVariables } from '#mailhold/config/peers/maildev.js'
import { mailhogVariables } from '#mailhold/config/peers/mailhog.js'
import { mailpitVariables } from '#mailhold/config/peers/mailpit.js'
import { startServer, type TestServer } from '../../support/http.js'
import { rich, send } from './mails.js'

const here = fileURLToPath(new URL('./', import.meta.url))
const page = readFileSync(fileURLToPath(new URL('../../../docs/compat.md', import.meta.url)), 'utf8')

interface Row {
  readonly peer: string
  readonly what: string
  readonly verdict: string
  readonly remark: string
}

/** The rows of the tables of a heading. */
const rowsOf = (peer: string): Row[] => {
  const section = page.split(`\n## ${peer}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| (.+?) \| (.+?) \| (.+) \|$/gm)]
    .filter(([, what]) => what !== 'route or member')
    .map(([, what = '', verdict = '', remark = '']) => ({ peer, what, verdict, remark }))
}

const rows = ['Mailpit', 'MailHog', 'MailDev', 'Ethereal'].flatMap(rowsOf)

test('there are rows for every peer, and each has a verdict', () => {
  expect(rows.length).toBeGreaterThan(120)
  expect(rows.filter(({ verdict }) => !['same', 'differs', 'absent'].includes(verdict))).toEqual([])
})

test('every row that says "same" names a test that is there, and its members stand in that test', () => {
  const unproved = rows
    .filter(({ verdict }) => verdict === 'same')
    .filter(({ what, remark }) => {
      const [file = '', ...name] = remark.split(': ')
      const source = existsSync(here + file) ? readFileSync(here + file, 'utf8') : ''
      const isNamed = ["'", '"', '`'].some(
        (mark) =>
          source.includes(`(${mark}${name.join(': ')}${mark}, `) ||
          source.replaceAll("\\'", "'").includes(`(${mark}${name.join(': ')}${mark}, `),
      )
      const members = [...what.matchAll(/`([A-Za-z_]+)`/g)].map(([, member = '']) => member)
      return !isNamed || members.some((member) => !source.includes(member))
    })

  expect(unproved.map(({ peer, what, remark }) => `${peer}: ${what} (${remark})`)).toEqual([])
})

describe('routes', () => {
  let server: TestServer
  let id: string
  beforeAll(async () => {
    server = await startServer()
    await send(server, rich)
    id = (await server.json<{ messages: { id: string }[] }>('/v1/messages')).messages[0]?.id ?? ''
  })
  afterAll(() => server.mailhold.stop())

  const named = rows.flatMap(({ what, verdict }) => {
    const [, method, path] = /^`(GET|HEAD|PUT|POST|PATCH|DELETE) (\/[^`,]+)`/.exec(what) ?? []
    return method !== undefined && path !== undefined ? [{ method, path, verdict }] : []
  })

  test('are all there, or all absent, as the table says', async () => {
    const wrong: string[] = []
    for (const { method, path, verdict } of named) {
      // what deletes everything would leave nothing to ask for
      const isHarmless = !/^DELETE.*(?:\/all|\/messages|email\/\{id\}|messages\/\{id\})$/.test(
        `${method} ${path}`,
      )
      if (!isHarmless) continue
      const real = path
        .replace('{id}', id)
        .replace('{part}', '2')
        .replace('{name}', 'dot.png')
        .replace('{tag}', 'x')
        .replace('{to}', 'x')
      const asking = new AbortController()
      const answer = await server.ask(real, { method, signal: asking.signal })
      const isOurs = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false
      const isThere = !(answer.status === 404 && isOurs)
      asking.abort()
      if (verdict !== 'absent' && !isThere) wrong.push(`${method} ${path} is not answered`)
      if (verdict === 'absent' && answer.status !== 404)
        wrong.push(`${method} ${path} is answered: ${answer.status}`)
    }

    expect(named.length).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })

  test('of the sources are all in the table', () => {
    const sources = ['mailpit', 'mailhog', 'maildev', 'ethereal'].flatMap((peer) => pathsOf(peer))

    expect(sources.filter((path) => !page.includes(path))).toEqual([])
  })
})

/** The fixed beginnings of the paths that a peer registers. */
function pathsOf(peer: string): string[] {
  const folder = fileURLToPath(new URL(`../../../src/http/compat/${peer}/`, import.meta.url))
  const text = filesIn(folder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  return [...text.matchAll(/'(\/(?:api|view|user|email|config|healthz)[^':]*)/g)].map(([, path = '']) =>
    path.replace(/\/$/, ''),
  )
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => folder + name)

test('every variable of another server that is known is in the table', () => {
  const known = [mailpitVariables, mailhogVariables, maildevVariables].flatMap((table) => Object.keys(table))

  expect(known.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
