// The pages that people read, and what is on them: fenced blocks, links, headings.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Page {
  /** from the repository's root */
  readonly path: string
  readonly text: string
}

/** A fenced block, and how it is checked. */
export interface Block {
  readonly page: string
  /** of the opening fence, counted from 1 */
  readonly line: number
  /** the word behind the fence; `''` when there is none */
  readonly language: string
  /** the words of the comment before it: `<!-- check: run exit=1 -->`; none when there is no such comment */
  readonly marks: readonly string[]
  readonly text: string
}

const folders = ['docs', 'examples']

/** Every Markdown page of the repository's root, of docs and of examples. */
export function allPages(): readonly Page[] {
  const own = readdirSync(root).filter((name) => name.endsWith('.md'))
  return [...own, ...folders.flatMap(pagesBelow)].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }))
}

function pagesBelow(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}

const fence = /^ *(```+|~~~+) *(\S*) *$/
const comment = /^ *<!-- check: (.*?) *-->\s*$/

/** The fenced blocks in their order. A mark stands on the last line that is not empty before the fence. */
export function blocksOf({ path, text }: Page): readonly Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const opening = fence.exec(lines[at] ?? '')
    if (!opening) continue
    const end = lines.findIndex((line, n) => n > at && line.trim() === opening[1])
    if (end < 0) throw new Error(`${path}:${at + 1} opens a block that never ends`)
    const before = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? ''
    blocks.push({
      page: path,
      line: at + 1,
      language: opening[2] ?? '',
      marks: wordsOf(comment.exec(before)?.[1] ?? ''),
      text: `${lines.slice(at + 1, end).join('\n')}\n`,
    })
    at = end
  }
  return blocks
}

/** `run exit=1 of="a b"` is three words. */
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))

/** The text of a page without its fenced blocks and code spans, where `](` and `#` mean what they mean. */
export function proseOf({ text }: Page): string {
  return text.replace(/^ *(```+|~~~+)[\s\S]*?^ *\1 *$/gm, '').replace(/(`+)[^`][\s\S]*?\1/g, 'code')
}

/** The anchors of a page's headings, as forges make them. */
export function anchorsOf({ text }: Page): readonly string[] {
  const prose = text.replace(/^ *(```+|~~~+)[\s\S]*?^ *\1 *$/gm, '')
  const seen = new Map<string, number>()
  return [...prose.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
}
