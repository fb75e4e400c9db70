// Runs the example for Cypress, in whose folder it is started: its configuration, its support file and its tests are the real
// ones; the stand-in for `cy` drives a real browser with Playwright, and tasks go over as JSON.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { standIn } from './stand-in.mjs'

const folder = process.cwd()
const fromExamples = createRequire(join(folder, 'package.json'))
/** Cypress brings its own; here it is the one that Vitest has. */
const cypressExpect = 'chai'
const { ModuleKind, transpileModule } = fromExamples('typescript')
const { chromium, expect: expectPage } = fromExamples('@playwright/test')

/** A TypeScript file of the example, as a module that Node reads. */
const load = async (path) => {
  const { outputText } = transpileModule(readFileSync(join(folder, path), 'utf8'), {
    compilerOptions: { module: ModuleKind.ESNext, target: 'es2022' },
  })
  const compiled = join(folder, path.replace(/\.ts$/, '.mjs'))
  writeFileSync(compiled, outputText)
  return import(pathToFileURL(compiled))
}
const overJson = (value) => JSON.parse(JSON.stringify(value))

// Cypress keeps one handler for each event
const handlers = new Map()
const { default: config } = await load('cypress.config.ts')
const { baseUrl } = await config.e2e.setupNodeEvents((event, handler) => handlers.set(event, handler), {})

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM })
const page = await browser.newPage({ baseURL: baseUrl })
const { cy, add, run } = standIn({
  task: async (_, name, asked) => overJson(await handlers.get('task')[name](overJson(asked))),
  wrap: async (_, value) => value,
  visit: (_, url) => page.goto(url),
  get: async (_, selector) => ({ find: () => page.locator(selector) }),
  type: ({ find }, text) => find().fill(text),
  click: ({ find }) => find().click(),
  should: ({ find }, claim, text) => {
    if (claim !== 'have.text') throw new Error(`the stand-in for cy does not know "${claim}"`)
    return expectPage(find()).toHaveText(text)
  },
  request: async (_, { method, url, body }) => {
    const answer = await page.request.fetch(url, { method, form: body })
    if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}`)
  },
})
const tests = []
Object.assign(globalThis, {
  cy,
  Cypress: { Commands: { add } },
  expect: (await import(pathToFileURL(fromExamples.resolve(cypressExpect)))).expect,
  describe: (_, body) => body(),
  it: (name, body) => tests.push({ name, body }),
})
await load('cypress/support/e2e.ts')
await load('cypress/e2e/shop.cy.ts')

try {
  for (const { name, body } of tests) {
    await run(body)
    console.log(`ok: ${name}`)
  }
} finally {
  await browser.close()
  await handlers.get('after:run')()
  // as Cypress ends the process of the configuration, and the site with it
  process.exit()
}
