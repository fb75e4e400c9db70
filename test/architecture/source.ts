// The repository's own text files, and what each imports.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface SourceFile {
  /** from the repository's root, with `/` */
  readonly path: string
  readonly text: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.mailhold'])
const textForm = /(?:\.(?:[cm]?[jt]sx?|json|ya?ml|md|css|html|sh)|\/run|ignore|Dockerfile|LICENSE)$/

/** Every text file of ours, without what is installed or built. */
export function ourFiles(folder = root): readonly SourceFile[] {
  return readdirSync(folder)
    .filter((name) => !notOurs.has(name))
    .flatMap((name) => {
      const full = join(folder, name)
      if (statSync(full).isDirectory()) return ourFiles(full)
      const path = relative(root, full).split(sep).join('/')
      return textForm.test(`/${path}`) ? [{ path, text: readFileSync(full, 'utf8') }] : []
    })
}

const specifiers =
  /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g

/** What a file imports, statically, dynamically, for its types or as a worker: paths of files of ours and names of packages. */
export function importsOf({ path, text }: SourceFile): readonly string[] {
  const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  return [...code.matchAll(specifiers)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    if (!name.startsWith('.')) return packageName(name)
    return posix.join(dirname(path), name).replace(/\.js$/, '.ts')
  })
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
