// quoted-printable in pieces (RFC 2045 §6.7): wrong escapes stay as they are, white space at a line's end goes.

import type { TransferDecoder } from './transfer-decoder.js'

const lf = 10
const cr = 13
const equals = 61
/** a longer run of blanks was meant, whatever follows */
const longestBlank = 1024

const nibbles = new Int8Array(256).fill(-1)
for (let i = 0; i < 10; i += 1) nibbles[48 + i] = i
for (let i = 0; i < 6; i += 1) nibbles[65 + i] = nibbles[97 + i] = 10 + i

/** An escape begins with `=` and is undecided until it is complete: `=`, `=4`, `=\r`, `= \t` (soft break with padding). */
export function createQuotedPrintableDecoder(): TransferDecoder {
  let held: Uint8Array = Buffer.alloc(0)
  let wrong = 0

  function decode(input: Uint8Array, isLast: boolean): Uint8Array {
    const output = Buffer.allocUnsafe(input.length)
    let length = 0
    let i = 0
    while (i < input.length) {
      let octet = input[i] ?? 0
      // what nearly everything is: plain octets, blanks inside a line, escapes in hex
      while (octet > equals || (octet !== equals && octet !== 32 && octet !== 9) || isInnerBlank(input, i)) {
        output[length++] = octet
        i += 1
        if (i >= input.length) break
        octet = input[i] ?? 0
      }
      if (i >= input.length) break
      if (octet === equals && i + 2 < input.length && isHex(input, i)) {
        output[length++] = ((nibbles[input[i + 1] ?? 0] ?? 0) << 4) | (nibbles[input[i + 2] ?? 0] ?? 0)
        i += 3
        continue
      }
      const next = octet === equals ? escapeEnd(input, i, isLast) : blankEnd(input, i, isLast)
      if (next === undefined) break
      if (octet !== equals) {
        if (!endsLine(input, next)) for (let at = i; at < next; at += 1) output[length++] = input[at] ?? 0
      } else if (next === i + 1 && !(isLast && next === input.length)) {
        output[length++] = equals
        wrong += 1
      }
      i = next
    }
    held = input.slice(i)
    return output.subarray(0, length)
  }

  return {
    push: (octets) => decode(held.length === 0 ? octets : Buffer.concat([held, octets]), false),
    end: () => decode(held, true),
    get wrong() {
      return wrong
    },
  }
}

/** A single blank or tab before something visible. */
function isInnerBlank(input: Uint8Array, at: number): boolean {
  return input[at] !== equals && (input[at + 1] ?? 0) > 32
}

function isHex(input: Uint8Array, at: number): boolean {
  return (nibbles[input[at + 1] ?? 0] ?? -1) >= 0 && (nibbles[input[at + 2] ?? 0] ?? -1) >= 0
}

/** One past an escape or soft break; `at + 1` when it is none; `undefined` when more octets must tell. */
function escapeEnd(input: Uint8Array, at: number, isLast: boolean): number | undefined {
  if (at + 2 < input.length && isHex(input, at)) return at + 3
  let next = at + 1
  while (next < input.length && isBlank(input[next])) next += 1
  if (next - at > longestBlank) return at + 1
  if (next >= input.length) return isLast ? input.length : undefined
  if (input[next] === lf) return next + 1
  if (input[next] === cr) {
    if (next + 1 >= input.length && !isLast) return undefined
    return input[next + 1] === lf ? next + 2 : next + 1
  }
  if (next === at + 1 && at + 2 >= input.length && !isLast) return undefined
  return at + 1
}

/** One past a run of blanks; `undefined` when more octets must tell what follows it. */
function blankEnd(input: Uint8Array, at: number, isLast: boolean): number | undefined {
  let next = at + 1
  while (next < input.length && isBlank(input[next]) && next - at < longestBlank) next += 1
  if (next - at >= longestBlank || isLast) return next
  if (next >= input.length) return undefined
  return input[next] === cr && next + 1 >= input.length ? undefined : next
}

function endsLine(input: Uint8Array, at: number): boolean {
  return input[at] === lf || (input[at] === cr && input[at + 1] === lf) || at >= input.length
}

function isBlank(octet: number | undefined): boolean {
  return octet === 32 || octet === 9
}
