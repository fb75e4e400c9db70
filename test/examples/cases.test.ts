import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

// That they pass: examples.check.ts, which installs them.

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../examples/${path}`, import.meta.url)), 'utf8')

it.each([
  'vitest/shop.test.js',
  'jest/shop.test.js',
  'node-test/shop.test.mjs',
  'playwright/shop.spec.ts',
  'cypress/cypress/e2e/shop.cy.ts',
  'curl/six-cases.sh',
])('%s shows the six cases', (path) => {
  const cases = [...read(path).matchAll(/^(?:test\(| *it\(|case=)'(.+?)'/gm)].map((match) => match[1])

  expect(cases).toEqual([
    'a sign-up sends a link',
    'a second request sends another code',
    'a forgotten password is chosen anew',
    'an unknown address gets no mail',
    'an order comes with its invoice',
    'the lessons come in order',
  ])
})

it.each(['vitest', 'jest', 'node-test', 'playwright', 'cypress', 'curl'])(
  'the README of %s is five lines',
  (example) => {
    expect(read(`${example}/README.md`).trim().split('\n')).toHaveLength(5)
  },
)
