// Every route, by name.

import type { App } from './app.js'
import type { Context } from './context.js'
import { assert } from './routes/assert.js'
import { criteriaSchema } from './routes/criteria-schema.js'
import { cursor } from './routes/cursor.js'
import { docs } from './routes/docs.js'
import { events } from './routes/events.js'
import { exportMessages } from './routes/export.js'
import { faults } from './routes/faults.js'
import { health } from './routes/health.js'
import { inboxes } from './routes/inboxes.js'
import { attachments } from './routes/message/attachments.js'
import { bodies } from './routes/message/bodies.js'
import { markMessage } from './routes/message/mark.js'
import { part } from './routes/message/part.js'
import { raw } from './routes/message/raw.js'
import { removeMessage } from './routes/message/remove.js'
import { showMessage } from './routes/message/show.js'
import { view } from './routes/message/view.js'
import { injectMessage } from './routes/messages/inject.js'
import { listMessages } from './routes/messages/list.js'
import { markMessages } from './routes/messages/mark.js'
import { removeMessages } from './routes/messages/remove.js'
import { metrics } from './routes/metrics.js'
import { page } from './routes/page.js'
import { sessions } from './routes/sessions.js'
import { status } from './routes/status.js'
import { tags } from './routes/tags.js'
import { wait } from './routes/wait.js'

export type Route = (app: App, context: Context) => void

export const routes: readonly Route[] = [
  page,
  docs,
  status,
  health,
  metrics,
  listMessages,
  injectMessage,
  markMessages,
  removeMessages,
  showMessage,
  markMessage,
  removeMessage,
  raw,
  bodies,
  part,
  attachments,
  view,
  exportMessages,
  tags,
  cursor,
  inboxes,
  faults,
  events,
  sessions,
  wait,
  assert,
  criteriaSchema,
]
