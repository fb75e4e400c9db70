// Finds what was probably meant by a misspelt name.

/** How many single letters must be added, taken away, changed or swapped with their neighbour. */
function distance(left: string, right: string): number {
  let before: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change)
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[right.length] ?? 0
}

/** The name nearest to `wrong`, or `undefined` where none is near enough to be meant. Names longer than 40 characters have no neighbours. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  if (wrong.length > 40) return undefined
  const asked = wrong.toLowerCase()
  const ranked = names
    .map((name) => ({ name, far: distance(asked, name.toLowerCase()) }))
    .filter(
      ({ name, far }) => far <= Math.max(1, Math.min(3, Math.floor(Math.max(name.length, asked.length) / 3))),
    )
    .sort((left, right) => left.far - right.far)
  return ranked[0]?.name
}
