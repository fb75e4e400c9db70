// Work that is under way: whoever asks for the same meanwhile gets the same.

/** Nothing is kept of what has ended, well or badly. */
export class UnderWay<Asker extends object, Made> {
  readonly #made = new WeakMap<Asker, Map<string, Promise<Made>>>()

  /** @param begin is called unless this asker has begun the same and it has not ended */
  join(asker: Asker, key: string, begin: () => Promise<Made>): Promise<Made> {
    const ofAsker = this.#made.get(asker) ?? new Map<string, Promise<Made>>()
    this.#made.set(asker, ofAsker)
    const known = ofAsker.get(key)
    if (known) return known
    const made = begin().finally(() => ofAsker.delete(key))
    ofAsker.set(key, made)
    return made
  }
}
