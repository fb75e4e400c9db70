// Why options could not be understood: one line for a person.

/** `message` names the fact, the value, where it came from and the remedy, in one line. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}
