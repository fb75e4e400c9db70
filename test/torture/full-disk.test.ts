import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '../support/api.js'
import { smallDisk } from '../support/small-disk.js'
import { openSender, type Reply } from '../support/smtp-sender.js'
import { type SpawnedMailhold, spawnMailhold } from '../support/spawned.js'

const disk = smallDisk(96)

const sha256 = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')
const message = (octets: number) =>
  Buffer.from(`Subject: full\r\n\r\n${randomBytes(octets / 2).toString('hex')}\r\n`)

let mailhold: SpawnedMailhold
beforeAll(async () => {
  if (disk.isMounted) mailhold = await spawnMailhold(['--data', disk.folder])
})
afterAll(async () => {
  await mailhold?.end()
  disk.remove()
})

async function sendMany(
  count: number,
  octets: number,
  senders = 8,
): Promise<{ replies: Reply[]; acknowledged: string[] }> {
  const replies: Reply[] = []
  const acknowledged: string[] = []
  const worker = async () => {
    const sender = await openSender(mailhold.smtp)
    for (let sent = 0; sent < count; sent += 1) {
      const mail = message(octets)
      const reply = await sender.deliver(mail)
      replies.push(reply)
      if (reply.code === 250) acknowledged.push(sha256(mail))
    }
    sender.close()
  }
  await Promise.all(Array.from({ length: senders }, worker))
  return { replies, acknowledged }
}

test.skipIf(!disk.isMounted)(
  'a full disk refuses with 452, loses nothing, lets mail be deleted, and takes mail again afterwards',
  { timeout: 60_000 },
  async () => {
    const { replies, acknowledged } = await sendMany(40, 400_000)
    const refused = replies.filter(({ code }) => code !== 250)
    const digests = new Set<string>()
    for (let page = ''; ; ) {
      const answer = await api(mailhold.url).list(`?limit=100${page}`)
      for (const { id } of answer.messages) digests.add((await api(mailhold.url).message(id)).sha256)
      if (!answer.nextPage) break
      page = `&page=${answer.nextPage}`
    }

    expect(refused.length).toBeGreaterThan(0)
    expect(new Set(refused.map(({ text }) => text.slice(0, 9)))).toEqual(new Set(['452 4.3.1']))
    expect(refused.some(({ text }) => text.includes(`the disk of ${disk.folder} is full`))).toBe(true)
    expect(acknowledged.filter((digest) => !digests.has(digest))).toEqual([])

    const { deleted } = await api(mailhold.url).remove('?all=true')
    expect(deleted).toBe(acknowledged.length)

    // What was deleted gives its room back little by little, with no other work that would bring it about.
    const isTaken = async () => (await sendMany(1, 400_000, 1)).acknowledged.length
    await expect.poll(isTaken, { timeout: 15_000, interval: 200 }).toBe(1)
    expect((await sendMany(1, 400_000)).replies.map(({ code }) => code)).toEqual(Array(8).fill(250))
  },
)
