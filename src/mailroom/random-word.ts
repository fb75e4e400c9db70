// Short names that nobody guesses and nobody else has.

/** Eight characters of `[a-z0-9]` from eight random octets. */
export const randomWord = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 8), (octet) => (octet % 36).toString(36)).join('')
