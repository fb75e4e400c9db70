// uuencoded parts (x-uuencode), line by line; what stands outside `begin` and `end` is dropped.

import type { TransferDecoder } from './transfer-decoder.js'

/** a line of data has at most 61 characters; a longer one is no data */
const longestLine = 1024

export function createUuDecoder(): TransferDecoder {
  let line = ''
  let inside = false
  let wrong = 0

  function takeLine(text: string): Buffer {
    if (!inside) {
      inside = /^begin [0-7]{3,4} /.test(text)
      return Buffer.alloc(0)
    }
    if (text === 'end') inside = false
    const size = (text.charCodeAt(0) - 32) & 63
    if (!inside || text === '' || size === 0) return Buffer.alloc(0)
    if (text.length > longestLine) wrong += 1
    return decodeLine(text, size)
  }

  function push(octets: Uint8Array): Uint8Array {
    const lines = (line + Buffer.from(octets).toString('latin1')).split('\n')
    line = (lines.pop() ?? '').slice(0, longestLine)
    return Buffer.concat(lines.map((text) => takeLine(text.replace(/\r$/, ''))))
  }

  return {
    push,
    end: () => takeLine(line.replace(/\r$/, '')),
    get wrong() {
      return wrong
    },
  }
}

function decodeLine(text: string, size: number): Buffer {
  const output = Buffer.alloc(size)
  for (let group = 0; group * 3 < size; group += 1) {
    const bits = [1, 2, 3, 4].map((offset) => (text.charCodeAt(group * 4 + offset) - 32) & 63)
    const [a = 0, b = 0, c = 0, d = 0] = bits
    output[group * 3] = (a << 2) | (b >> 4)
    if (group * 3 + 1 < size) output[group * 3 + 1] = (b << 4) | (c >> 2)
    if (group * 3 + 2 < size) output[group * 3 + 2] = (c << 6) | d
  }
  return output
}
