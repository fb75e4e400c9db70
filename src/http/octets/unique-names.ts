// File names that can lie beside each other in one folder.

/** The names in their order; one that came before, in capitals or not, gets a number: `a.txt`, `a (2).txt`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  const tries = new Map<string, number>()
  return names.map((name) => {
    const key = fold(name)
    let number = tries.get(key) ?? 1
    let unique = name
    while (taken.has(fold(unique))) unique = numbered(name, ++number)
    tries.set(key, number)
    taken.add(fold(unique))
    return unique
  })
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase()

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`
}
