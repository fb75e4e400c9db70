import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile } from '#mailhold/store/open-database.js'

const module = fileURLToPath(new URL('../../../dist/store/face/usable-folder.js', import.meta.url))

// root may write everywhere, so it becomes somebody else once everything is loaded
const script = `
const { usableFolder } = await import(process.argv[1])
if (process.getuid() === 0) { process.setgid(4321); process.setuid(1234) }
try { usableFolder(process.argv[2]); console.log('fine') } catch (error) { console.log(error.code + ': ' + error.message) }
`

function tryFolder(folder: string): string {
  const args = ['--input-type=module', '--eval', script, module, folder]
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()
}

function folderOfOurs(mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailhold-theirs-'))
  onTestFinished(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true })
  })
  chmodSync(folder, mode)
  return folder
}

const [uid, gid] = process.getuid?.() === 0 ? [1234, 4321] : [process.getuid?.(), process.getgid?.()]

const owner = process.getuid?.()
// who is not root is the owner of what it made
const remedyFor = (folder: string): string =>
  owner === uid
    ? `chmod u+rwx ${folder}, or use another with --data`
    : `chown -R ${uid}:${gid} ${folder}, or run as its owner (docker: --user ${owner})`

test('an empty folder that others may only read is refused with whose it is, who we are, and the remedy', () => {
  const folder = folderOfOurs(0o555)

  expect(tryFolder(folder)).toBe(
    `storeFailed: ${folder} cannot be used for mail: ${folder} belongs to uid ${owner}, and Mailhold runs as uid ${uid}, ` +
      `which may not write there; ${remedyFor(folder)}`,
  )
})

test('so is one that holds mail', () => {
  const folder = folderOfOurs(0o755)
  writeFileSync(databaseFile(folder), '')
  chmodSync(folder, 0o555)

  expect(tryFolder(folder)).toContain(`; ${remedyFor(folder)}`)
})

test('a folder of other programs keeps its owner', () => {
  const folder = folderOfOurs(0o755)
  writeFileSync(join(folder, 'of-another-program'), '')
  chmodSync(folder, 0o555)

  expect(tryFolder(folder)).toBe(
    `storeFailed: ${folder} cannot be used for mail: ${folder} belongs to uid ${owner}, and Mailhold runs as uid ${uid}, ` +
      'which may not write there; use another with --data',
  )
})

test('a folder that would have to be made inside such a one is to be made for us, and what is above it stays as it is', () => {
  const folder = folderOfOurs(0o555)

  expect(tryFolder(join(folder, 'deep', 'data'))).toBe(
    `storeFailed: ${folder}/deep/data cannot be used for mail: it is not there, and uid ${uid}, as which Mailhold runs, ` +
      `may not make it in ${folder}, which belongs to uid ${owner}; make it for uid ${uid}, or use another with --data`,
  )
})

test.each(['', '/deep'])('a file, with "%s" behind it, is no folder', (below) => {
  const file = join(folderOfOurs(0o777), 'file')
  writeFileSync(file, '', { mode: 0o777 })

  expect(tryFolder(`${file}${below}`)).toBe(
    `storeFailed: ${file}${below} cannot be used for mail: ${file} is a file; name a folder with --data`,
  )
})

test('a folder that everybody may write to is taken', () => {
  expect(tryFolder(folderOfOurs(0o777))).toBe('fine')
})
