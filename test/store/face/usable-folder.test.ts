import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

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

test('a folder that others may only read is refused with whose it is, who we are, and the remedy', () => {
  const folder = folderOfOurs(0o555)

  const said = tryFolder(folder)

  expect(said).toBe(
    `storeFailed: ${folder} cannot be used for mail: ${folder} belongs to uid ${process.getuid?.()}, and Mailhold runs as uid ${uid}, ` +
      `which may not write there; chown -R ${uid}:${gid} the folder, or run as its owner (docker: --user ${process.getuid?.()})`,
  )
})

test('a folder that would have to be made inside such a one is refused the same way', () => {
  const folder = folderOfOurs(0o555)

  const said = tryFolder(join(folder, 'deep', 'data'))

  expect(said).toContain(`${folder}/deep/data cannot be used for mail: ${folder} belongs to uid`)
})

test('a folder that everybody may write to is taken', () => {
  expect(tryFolder(folderOfOurs(0o777))).toBe('fine')
})
