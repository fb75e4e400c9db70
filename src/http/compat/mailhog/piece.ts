// One of MailHog's pieces as a part that can be handed out.

import type { OpenPart } from '../../../mailroom/mailroom.js'
import type { Content } from './content.js'

/** @param piece cut from a text with one character for each octet. Base64 is decoded, as MailHog does; other encodings stay. */
export function openPiece({ Headers, Body }: Content): OpenPart {
  const field = (name: string): string =>
    Object.entries(Headers).find(([one]) => one.toLowerCase() === name)?.[1][0] ?? ''
  const isBase64 = field('content-transfer-encoding').trim().toLowerCase() === 'base64'
  const octets = Buffer.from(Body, isBase64 ? 'base64' : 'latin1')
  return {
    contentType: (field('content-type').split(';', 1)[0] ?? '').trim().toLowerCase() || 'text/plain',
    filename: /filename="?([^";]*)/i.exec(field('content-disposition'))?.[1] ?? '',
    octets: only(octets),
  }
}

async function* only(octets: Uint8Array): AsyncGenerator<Uint8Array> {
  yield octets
}
