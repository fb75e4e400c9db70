// The name that was probably meant.

/** Of a longer name nobody knows what was meant, and comparing it would take long. */
const longestName = 60

/**
 * The nearest of `names` by Damerau–Levenshtein distance, case ignored, if it is near enough to be meant: a third of its letters
 * may be wrong, and at most three.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  if (given.length > longestName) return undefined
  const asked = given.toLowerCase()
  const ranked = names
    .map((name) => ({ name, far: distance(asked, name.toLowerCase()) }))
    .filter(({ name, far }) => far <= mayDiffer(Math.max(name.length, asked.length)))
    .sort((a, b) => a.far - b.far)
  return ranked[0]?.name
}

const mayDiffer = (length: number): number => Math.max(1, Math.min(3, Math.floor(length / 3)))

/** Inserted, missing, wrong and swapped neighbouring letters count one each (optimal string alignment). */
export function distance(a: string, b: string): number {
  let twoAgo: number[] = []
  let oneAgo = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let best = Math.min(
        (oneAgo[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (oneAgo[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && isSwapped) best = Math.min(best, (twoAgo[column - 2] ?? 0) + 1)
      current.push(best)
    }
    twoAgo = oneAgo
    oneAgo = current
  }
  return oneAgo[b.length] ?? 0
}
