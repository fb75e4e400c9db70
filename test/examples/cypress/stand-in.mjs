// A stand-in for Cypress: its `cy` with a queue of commands as Cypress has one. What a command or the function of a `then`
// asks for runs before what stands behind it.

const mark = Symbol('chain')

/**
 * @param builtIn functions of what came before and of what the command was given
 * @returns `{ cy, add, run }`: `add(name, command)` is Cypress.Commands.add, `run(body)` runs a test to its end
 */
export function standIn(builtIn) {
  const added = new Map()
  let queue = []

  const chainOf = (link) =>
    new Proxy(link, {
      get(_, name) {
        if (typeof name === 'symbol') return name === mark
        return (...given) => enqueue(name, given, link)
      },
    })
  const enqueue = (name, given, before) => {
    const isKnown = name === 'then' || added.has(name) || Object.hasOwn(builtIn, name)
    if (!isKnown) throw new Error(`the stand-in for cy has no ${name}`)
    const link = { subject: undefined }
    queue.push({ name, given, before, link })
    return chainOf(link)
  }
  const start = ({ name, given, before }) => {
    if (name === 'then') return given[0](before.subject)
    const command = added.get(name)
    return command ? command(...given) : builtIn[name](before.subject, ...given)
  }
  /** Runs a function, then what it asked for; resolves with what the last of it gave. */
  const run = async (body) => {
    const behind = queue
    queue = []
    // a chain has a `then` of its own that must not be taken for a promise's
    const given = body()
    let last = given?.[mark] ? undefined : await given
    while (queue.length > 0) {
      const next = queue.shift()
      next.link.subject = await run(() => start(next))
      last = next.link.subject
    }
    queue = behind
    return last
  }
  return { cy: chainOf({}), add: (name, command) => added.set(name, command), run }
}
