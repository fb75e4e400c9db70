// /api/v1/tags: all names, those of some messages, and one name everywhere.

import type { Mailroom } from '../../../../mailroom/mailroom.js'
import { badInput } from '../../../errors/problem.js'
import { Type } from '../../../schema/typebox.js'
import { readMembers, textAt, textsAt } from '../../json-body.js'
import { ok, sendJson } from '../answers.js'
import { tagNames } from '../list.js'
import type { MailpitRoute } from '../route.js'
import { cleanTag, cleanTags, knownAs } from '../tag-names.js'

export const tags: MailpitRoute = (scope, { mailroom }) => {
  scope.get('/api/v1/tags', async (_request, reply) => sendJson(reply, await tagNames(mailroom)))

  scope.put('/api/v1/tags', async (request, reply) => {
    const members = readMembers(request.body)
    if (!members) throw badInput('', 'EOF')
    const wanted = cleanTags(textsAt(members, 'Tags') ?? [], await tagNames(mailroom))
    for (const id of textsAt(members, 'IDs') ?? []) await replaceTags(mailroom, id, wanted)
    return ok(reply)
  })

  const schema = { params: Type.Object({ tag: Type.String() }) }
  scope.put('/api/v1/tags/:tag', { schema }, async (request, reply) => {
    const members = readMembers(request.body)
    if (!members) throw badInput('', 'EOF')
    await renameTag(mailroom, request.params.tag, textAt(members, 'Name'))
    return ok(reply)
  })

  scope.delete('/api/v1/tags/:tag', { schema }, async (request, reply) => {
    const name = await existing(mailroom, request.params.tag)
    await mailroom.mark({ q: searchFor(name) }, { removeTags: [name] })
    return ok(reply)
  })
}

async function replaceTags(mailroom: Mailroom, id: string, wanted: readonly string[]): Promise<void> {
  const message = id === 'latest' ? undefined : await mailroom.find(id)
  if (!message) return
  const removeTags = message.summary.tags.filter((tag) => !wanted.includes(tag))
  const addTags = wanted.filter((tag) => !message.summary.tags.includes(tag))
  if (addTags.length + removeTags.length > 0) await mailroom.mark({ ids: [id] }, { addTags, removeTags })
}

async function renameTag(mailroom: Mailroom, from: string, to: string): Promise<void> {
  const name = cleanTag(to)
  if (name === '') throw badInput('Name', `invalid tag name: ${to.slice(0, 100)}`)
  const old = await existing(mailroom, from)
  if (old === name) return
  const other = knownAs(name, await tagNames(mailroom))
  if (other !== undefined && other !== old) throw badInput('Name', `tag already exists: ${name}`)
  await mailroom.mark({ q: searchFor(old) }, { addTags: [name], removeTags: [old] })
}

async function existing(mailroom: Mailroom, tag: string): Promise<string> {
  const name = knownAs(tag, await tagNames(mailroom))
  if (name === undefined) throw badInput('tag', `tag not found: ${tag.slice(0, 100)}`)
  return name
}

/** Tags may hold any character in our own API. */
const searchFor = (tag: string): string => `tag:"${tag.replace(/["\\]/g, '\\$&')}"`
