// The tabs of a mail, in order: each with what it shows. A new one is a folder of its own and a line here.

import type { Tab } from '../place/place.js'
import { PreviewPanel } from '../preview/preview-panel.js'
import type { Message } from '../server/api.js'
import { lazyPanel } from './lazy-panel.js'
import type { MessagePanel } from './panel.js'
import { TextPanel } from './text-panel.js'

const SourcePanel = lazyPanel(async () => (await import('../source/source-panel.js')).SourcePanel)
const HeadersPanel = lazyPanel(async () => (await import('../headers/headers-panel.js')).HeadersPanel)
const PartsPanel = lazyPanel(async () => (await import('../parts/parts-panel.js')).PartsPanel)
const AttachmentsPanel = lazyPanel(
  async () => (await import('../attachments/attachments-panel.js')).AttachmentsPanel,
)
const LinksPanel = lazyPanel(async () => (await import('../links/links-panel.js')).LinksPanel)
const ProblemsPanel = lazyPanel(async () => (await import('../problems/problems-panel.js')).ProblemsPanel)
const TestPanel = lazyPanel(async () => (await import('../test-this/test-panel.js')).TestPanel)
const SessionPanel = lazyPanel(async () => (await import('../session/session-panel.js')).SessionPanel)

export const panels: readonly MessagePanel[] = [
  { name: 'preview', Panel: PreviewPanel },
  { name: 'text', Panel: TextPanel },
  { name: 'source', Panel: SourcePanel },
  { name: 'headers', Panel: HeadersPanel, count: ({ headers }) => headers.length },
  { name: 'parts', Panel: PartsPanel, count: ({ parts }) => partsIn(parts) },
  {
    name: 'attachments',
    Panel: AttachmentsPanel,
    count: ({ attachments }) => attachments.length,
    mayBeBare: true,
  },
  {
    name: 'links',
    Panel: LinksPanel,
    count: ({ links, codes }) => links.length + codes.length,
    mayBeBare: true,
  },
  { name: 'problems', Panel: ProblemsPanel, count: ({ problems }) => problems.length, mayBeBare: true },
  { name: 'session', Panel: SessionPanel },
  { name: 'test', Panel: TestPanel },
]

const partsIn = ({ children }: Message['parts']): number =>
  1 + children.reduce((sum, child) => sum + partsIn(child), 0)

export const countIn = (message: Message, name: Tab): number =>
  panels.find((panel) => panel.name === name)?.count?.(message) ?? 0

/** Whether a tab has nothing to show for this message. */
export const isBare = (message: Message, { name, mayBeBare = false }: MessagePanel): boolean =>
  mayBeBare && countIn(message, name) === 0
