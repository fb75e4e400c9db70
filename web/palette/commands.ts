// Everything that the palette can find. Pure but for what each command does.

export interface PaletteCommand {
  readonly name: string
  /** what kind of thing it is, shown behind the name */
  readonly kind: string
  readonly keys?: readonly string[]
  readonly run: () => void
}

const most = 60

/** Those in which every word of the text begins a word; the earlier it stands, the higher. */
export function findCommands(commands: readonly PaletteCommand[], text: string): readonly PaletteCommand[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const scored = commands.flatMap((command) => {
    const name = command.name.toLowerCase()
    const places = words.map((word) => placeOf(name, word))
    return places.includes(-1) ? [] : [{ command, score: places.reduce((sum, place) => sum + place, 0) }]
  })
  return scored
    .sort((left, right) => left.score - right.score)
    .slice(0, most)
    .map(({ command }) => command)
}

const placeOf = (name: string, word: string): number => {
  if (name.startsWith(word)) return 0
  const at = name.search(new RegExp(`[^\\p{L}\\p{N}]${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u'))
  return at < 0 && name.includes(word) ? 1000 : at
}
