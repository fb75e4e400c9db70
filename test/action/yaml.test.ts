import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { action } from './runner.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const workflow = (name: string) => parse(readFileSync(`${root}.github/workflows/${name}.yml`, 'utf8'))
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

it('the action is composite, and each of its shell steps names its shell', () => {
  expect(action.runs.using).toBe('composite')
  expect(action.runs.steps.filter(({ run, shell }) => run !== undefined && shell !== 'bash')).toEqual([])
})

it('nothing that a user gives is put into a script as text', () => {
  expect(action.runs.steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
})

it('every input that a step reads, and every step that an output names, is there', () => {
  const text = JSON.stringify(action)
  const inputs = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name)
  const steps = [...text.matchAll(/steps\.([\w-]+)\.outputs/g)].map(([, id = '']) => id)

  expect(inputs.filter((name) => !(name in action.inputs))).toEqual([])
  expect(steps.filter((id) => !action.runs.steps.some((step) => step.id === id))).toEqual([])
})

it('mail is collected and uploaded after a failure', () => {
  const afterFailure = action.runs.steps
    .filter((step) => step.if?.includes('failure()'))
    .map(({ name }) => name)

  expect(afterFailure).toEqual(['Collect the mail that was caught', 'Upload the mail that was caught'])
})

it.each(['ci', 'release'])('the workflow %s runs only scripts and files that are there', (name) => {
  const { jobs } = workflow(name)
  const runs = Object.values<{ steps: { run?: string }[] }>(jobs)
    .flatMap(({ steps }) => steps)
    .flatMap(({ run }) => run ?? [])
  const named = runs.flatMap((run) =>
    [...run.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, script = '']) => script),
  )

  expect(named.filter((script) => !['install', 'publish'].includes(script) && !(script in scripts))).toEqual(
    [],
  )
  expect(runs.filter((run) => run.startsWith('.ci/') && !existsSync(root + run))).toEqual([])
  expect(runs.filter((run) => run.includes('${{'))).toEqual([])
})

it('a release is built for both platforms, tagged, and published with its provenance', () => {
  const { npm, image } = workflow('release').jobs
  const build = image.steps.find(({ uses = '' }) => uses.startsWith('docker/build-push-action@'))

  expect(build.with.platforms).toBe('linux/amd64,linux/arm64')
  expect(build.with.tags).toContain('steps.meta.outputs.tags')
  expect(npm.permissions['id-token']).toBe('write')
  expect(npm.steps.some(({ run = '' }) => run.includes('npm publish --provenance'))).toBe(true)
})
