// Expectations that were read lately: many waits ask for the same, and reading costs more than all the rest of a wait.

const keptAtMost = 200
/** UTF-16 units of an expectation as it came */
const longest = 2_000

/**
 * Reads plain data, or gives what equal data was read as before.
 * @param read pure; what it throws is not kept
 */
export function createMemory<Given, Read>(read: (given: Given) => Read): (given: Given) => Read {
  const kept = new Map<string, Read>()
  return (given) => {
    const key = keyOf(given)
    if (key === '' || key.length > longest) return read(given)
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = read(given)
    if (kept.size >= keptAtMost) forgetOldest(kept)
    kept.set(key, made)
    return made
  }
}

/** `''` for what is too deep to be written; `read` knows how to refuse it. */
function keyOf(given: unknown): string {
  try {
    return JSON.stringify(given) ?? ''
  } catch (error) {
    if (error instanceof RangeError) return ''
    throw error
  }
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const key of kept.keys()) {
    kept.delete(key)
    return
  }
}
