// Values of which most are there already: a thousand waits that end at once do not make promises for what is known.

/** The values themselves where none is awaited; rejects as `Promise.all` does. */
export function allOf<Value>(
  values: readonly (Value | Promise<Value>)[],
): readonly Value[] | Promise<Value[]> {
  const here: Value[] = []
  for (const value of values) {
    if (value instanceof Promise) return Promise.all(values)
    here.push(value)
  }
  return here
}

/** What `next` makes of a value: at once where it is there. */
export const after = <Value, Made>(
  value: Value | Promise<Value>,
  next: (value: Value) => Made | Promise<Made>,
): Made | Promise<Made> => (value instanceof Promise ? value.then(next) : next(value))
