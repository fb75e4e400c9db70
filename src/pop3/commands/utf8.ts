import { command } from '../command.js'
import { ok } from '../reply.js'

/** RFC 6856 §2: messages are given as they are with and without it; names may be UTF-8 without it too. */
export const utf8 = command({
  verb: 'UTF8',
  in: ['authorization'],
  takes: [],
  capabilities: () => ['UTF8 USER'],
  run: () => ok('UTF-8 it is', { become: { name: 'authorization', isUtf8: true } }),
})
