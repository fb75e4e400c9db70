// The tabs of a mail, in order: each with what it shows. A new one is a folder of its own and a line here.

import type { Tab } from '../place/place.js'
import { PreviewPanel } from '../preview/preview-panel.js'
import type { Message } from '../server/api.js'
import { TestTab } from '../test-this/test-tab.js'
import { HeadersPanel } from './headers-panel.js'
import type { MessagePanel } from './panel.js'
import { TextPanel } from './text-panel.js'

export const panels: readonly MessagePanel[] = [
  { name: 'preview', Panel: PreviewPanel },
  { name: 'text', Panel: TextPanel },
  { name: 'headers', Panel: HeadersPanel, count: ({ headers }) => headers.length },
  { name: 'test', Panel: TestTab },
]

export const countIn = (message: Message, name: Tab): number =>
  panels.find((panel) => panel.name === name)?.count?.(message) ?? 0
