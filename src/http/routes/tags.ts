// GET /v1/tags: their names, and how many messages carry each.

import type { TagList as WireTagList } from '../../wire/inbox.js'
import type { App } from '../app.js'
import type { Context } from '../context.js'
import { TagList } from '../schema/inbox.js'

export function tags(app: App, { mailroom }: Context): void {
  const schema = {
    operationId: 'listTags',
    summary: 'Tags with counts',
    tags: ['messages'],
    response: { 200: TagList },
  }
  app.get('/v1/tags', { schema }, async (): Promise<WireTagList> => ({ tags: await mailroom.tags() }))
}
