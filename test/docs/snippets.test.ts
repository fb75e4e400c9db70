import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kindOf } from './kinds/registry.js'
import { allPages, type Block, blocksOf } from './pages.js'
import { openPlace, type Place } from './place.js'

const pages = allPages()
  .map((page) => ({ path: page.path, blocks: blocksOf(page) }))
  .filter(({ blocks }) => blocks.length > 0)

// each page is followed from its top in a place of its own; pages go side by side
describe.concurrent.each(pages)('$path does what it says', ({ blocks }) => {
  let place: Place

  beforeAll(async () => {
    place = await openPlace()
  })

  afterAll(() => place[Symbol.asyncDispose]())

  it.sequential.each(blocks)(
    'in line $line ($language)',
    async (block) => {
      const { kind, given } = kindOf(block)
      await kind.check(given, place)
    },
    90_000,
  )
})

describe('the check of pages', () => {
  const block = (language: string, text: string, ...marks: readonly string[]): Block => ({
    ...{ page: 'docs/x.md', line: 1, language, marks, text },
  })

  const complaint = async (given: Block): Promise<string> => {
    await using place = await openPlace()
    try {
      const { kind, given: known } = kindOf(given)
      await kind.check(known, place)
      return 'fine'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  it.each([
    [block('', 'nothing says what this is'), 'a block of no language needs a check'],
    [block('rust', 'fn main() {}'), 'a block of rust needs a check'],
    [block('sh', 'true', 'unknown'), '"unknown" is no kind of a check'],
    [block('sh', 'true', 'run', 'exti=1'), 'run does not know exti'],
    [block('sh', 'true\nfalse\ntrue\n'), 'it ended with 1, not 0'],
    [block('sh', 'true | mailhold wurst | true\n'), 'it ended with 2, not 0'],
    [block('js', 'throw new Error("no")'), 'snippet-1.mjs ended with 1, not 0'],
    [block('json', '{"a": 1,}'), 'JSON'],
    [block('sh', 'mailhold --smpt 25', 'serve'), 'did you mean --smtp'],
    [block('sh', 'npm run nothing', 'repository'), '"npm run nothing" is neither'],
    [block('sh', 'npm install ./mailhold-9.9.9.tgz', 'repository'), 'npm pack does not make mailhold-9.9.9'],
    [block('yaml', '- match: { subjekt: x }', 'expectations'), 'subjekt'],
    [block('ini', 'host=localhost\nport=2525', 'settings'), 'it names none of the ports'],
    [block('sh', 'docker run -p 1025:1025 mailhold', 'docker'), '1025:1025 is not 127.0.0.1:'],
    [block('sh', 'docker run mailhold --dta memory', 'docker'), 'did you mean --data'],
    [block('sh', 'npm install'), 'npm install is not run on a page'],
    [block('sh', 'echo one', 'run'), 'fine'],
    [block('', 'nothing ran', 'output'), 'there is no block before it that ran'],
    [block('', 'two', 'output', 'of=echo one'), 'printed was:\none'],
    [block('', 'one', 'output', 'of=echo one'), 'fine'],
    [block('ts', 'x', 'tested-by', 'file=test/docs/nothing.ts'), 'there is no test/docs/nothing.ts'],
    [block('sh', 'rm -rf', 'picture'), 'a picture has no language'],
  ])('says of %j: %s', async (given, said) => {
    expect(await complaint(given)).toContain(said)
  })

  it('reads the mark before a block, and its words in quotes as one', () => {
    const text = 'Text\n<!-- check: output of="mailhold list -q a" exit=1 -->\n\n```\nx\n```\n'

    expect(blocksOf({ path: 'x.md', text })).toEqual([
      {
        page: 'x.md',
        line: 4,
        language: '',
        marks: ['output', 'of=mailhold list -q a', 'exit=1'],
        text: 'x\n',
      },
    ])
  })
})
