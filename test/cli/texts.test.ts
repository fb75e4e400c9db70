import { describe, expect, it } from 'vitest'
import { columns } from '#mailhold/cli/columns.js'
import { cut, printableLine, printableText } from '#mailhold/cli/printable.js'
import { progressOn } from '#mailhold/cli/progress.js'
import { startStory } from '#mailhold/cli/start-story.js'

describe('text from mail on a terminal', () => {
  it('cannot give it orders', () => {
    expect(printableLine('\u001b[2Jhidden\u009b1m\u0007')).toBe('\ufffd[2Jhidden\ufffd1m\ufffd')
    expect(printableText('a\u001b]0;x\u0007\r\nb\tc\rd')).toBe('a\ufffd]0;x\ufffd\nb\tc\nd')
  })

  it('cannot turn its direction around', () => {
    expect(printableLine('invoice\u202efdp.exe')).toBe('invoice\ufffdfdp.exe')
  })

  it('is one line where it should be', () => {
    expect(printableLine('a\r\n\tb')).toBe('a b')
    expect(cut('abcdef', 4)).toBe('abc…')
    expect(cut('abcd', 4)).toBe('abcd')
  })
})

it('columns are as wide as their widest cell', () => {
  expect(
    columns([
      ['id', 'subject'],
      ['x1', 'Hi'],
      ['y', ''],
    ]),
  ).toBe('id  subject\nx1  Hi\ny\n')
})

describe('progress', () => {
  const terminal = (isWatched: boolean) => {
    const drawn: string[] = []
    return { drawn, isWatched, width: 10, draw: (text: string) => drawn.push(text) }
  }

  it('is shown at most ten times a second, within the width, and wiped away', () => {
    const watched = terminal(true)
    let now = 0
    const progress = progressOn(watched as never, () => now)

    progress.show('1 of many messages')
    now = 99
    progress.show('2')
    now = 100
    progress.show('3')
    progress.clear()
    progress.clear()

    expect(watched.drawn).toEqual(['\r\u001b[K1 of many', '\r\u001b[K3', '\r\u001b[K'])
  })

  it('is not shown where nobody watches', () => {
    const unwatched = terminal(false)

    progressOn(unwatched as never).show('1')

    expect(unwatched.drawn).toEqual([])
  })
})

it('the start story says where mail is kept, how much, the limits and the ports', () => {
  const story = startStory({
    version: '0.1.0',
    listeners: [
      { protocol: 'smtp', host: '127.0.0.1', port: 1025 },
      { protocol: 'smtp', host: '::1', port: 1025 },
      { protocol: 'pop3', host: '0.0.0.0', port: 1110 },
      { protocol: 'http', host: '127.0.0.1', port: 8025 },
    ],
    url: 'http://127.0.0.1:8025',
    location: '/home/ada/.local/share/mailhold',
    messages: 1,
    storeSize: 1_234_567,
    limits: { maxMessages: '100000', maxAge: '30d', maxStoreSize: '2GB' },
  })

  expect(story).toBe(`Mailhold 0.1.0 keeps mail in /home/ada/.local/share/mailhold: 1 message, 1.2 MB;
at most 100000 messages, 30d, 2GB (the oldest go first)
  smtp     point your app at localhost:1025
  pop3     mail programs at 0.0.0.0:1110
  http     look at http://localhost:8025
`)
})
