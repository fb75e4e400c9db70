// The tabs of a mail, in order: each with what it shows. A new one is a folder of its own and a line here.

import type { Tab } from '../place/place.js'
import { PreviewPanel } from '../preview/preview-panel.js'
import type { Message } from '../server/api.js'
import { lazyPanel } from './lazy-panel.js'
import type { MessagePanel } from './panel.js'
import { TextPanel } from './text-panel.js'

const source = lazyPanel(async () => (await import('../source/source-panel.js')).SourcePanel)
const headers = lazyPanel(async () => (await import('../headers/headers-panel.js')).HeadersPanel)
const parts = lazyPanel(async () => (await import('../parts/parts-panel.js')).PartsPanel)
const attachments = lazyPanel(
  async () => (await import('../attachments/attachments-panel.js')).AttachmentsPanel,
)
const links = lazyPanel(async () => (await import('../links/links-panel.js')).LinksPanel)
const problems = lazyPanel(async () => (await import('../problems/problems-panel.js')).ProblemsPanel)
const session = lazyPanel(async () => (await import('../session/session-panel.js')).SessionPanel)
const test = lazyPanel(async () => (await import('../test-this/test-panel.js')).TestPanel)

export const panels: readonly MessagePanel[] = [
  { name: 'preview', Panel: PreviewPanel },
  { name: 'text', Panel: TextPanel },
  { name: 'source', ...source },
  { name: 'headers', ...headers },
  { name: 'parts', ...parts },
  {
    name: 'attachments',
    ...attachments,
    count: ({ attachments }) => attachments.length,
    mayBeBare: true,
  },
  {
    name: 'links',
    ...links,
    count: ({ links, codes }) => links.length + codes.length,
    mayBeBare: true,
  },
  { name: 'problems', ...problems, count: ({ problems }) => problems.length, mayBeBare: true },
  { name: 'session', ...session },
  { name: 'test', ...test },
]

export const countIn = (message: Message, name: Tab): number =>
  panels.find((panel) => panel.name === name)?.count?.(message) ?? 0

/** Whether a tab has nothing to show for this message. */
export const isBare = (message: Message, { name, mayBeBare = false }: MessagePanel): boolean =>
  mayBeBare && countIn(message, name) === 0

/** The source viewer is big; it waits until somebody wants it. */
export function preloadPanels(): void {
  for (const { name, preload } of panels) if (name !== 'source') preload?.().catch(() => undefined)
}
