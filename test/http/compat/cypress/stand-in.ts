// As much of Cypress as the commands of its mail plugins use: chains that are promises, and requests that are real.

/** What commands hand on: `then`, `its` and `should` of Cypress. */
export class Chain<Subject> implements PromiseLike<Subject> {
  readonly #subject: Promise<Subject>

  constructor(subject: Subject | PromiseLike<Subject>) {
    this.#subject = Promise.resolve(subject)
  }

  // biome-ignore lint/suspicious/noThenProperty: a chain of Cypress has it, and awaiting one is the point
  then<Next = Subject, Other = never>(
    next?: ((subject: Subject) => Next | PromiseLike<Next>) | null,
    other?: ((reason: unknown) => Other | PromiseLike<Other>) | null,
  ): Chain<Next | Other> {
    return new Chain(this.#subject.then(next, other))
  }

  its(name: string): Chain<unknown> {
    return this.then((subject) => Object.getOwnPropertyDescriptor(subject, name)?.value)
  }
}

type Command = (...words: unknown[]) => PromiseLike<unknown>

export interface CypressWorld {
  /** the registered commands by name */
  readonly commands: ReadonlyMap<string, Command>
  /** what sources find as globals */
  readonly globals: { readonly Cypress: object; readonly cy: object }
}

interface Asked {
  readonly method?: string
  readonly url: string
  readonly qs?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly failOnStatusCode?: boolean
}

/** @param settings what tests would set with `Cypress.env`, `config` and `expose` */
export function cypressWorld(settings: Readonly<Record<string, unknown>>): CypressWorld {
  const commands = new Map<string, Command>()
  const read = (name: string): unknown => settings[name]
  const add = (name: string, ...rest: unknown[]) => {
    const command = rest.at(-1)
    if (typeof command === 'function') commands.set(name, (...words) => command(...words))
  }
  const cy = {
    request: (asked: Asked) => new Chain(request(asked)),
    wrap: (subject: unknown) => new Chain(subject),
    wait: (milliseconds: number) =>
      new Chain(new Promise<void>((resolve) => void setTimeout(resolve, milliseconds))),
    env: (names: readonly string[]) =>
      new Chain(Object.fromEntries(names.map((name) => [name, settings[name]]))),
    verifyUpcomingAssertions: (subject: unknown) => subject,
  }
  const Cypress = { Commands: { add }, env: read, config: read, expose: read }
  return { commands, globals: { Cypress, cy } }
}

/** A request as cy.request makes it: a body is JSON, and so is an answer that says so; other statuses than 2xx and 3xx are errors. */
async function request({ method = 'GET', url, qs, body, headers, failOnStatusCode = true }: Asked) {
  const target = new URL(url)
  for (const [name, value] of Object.entries(qs ?? {})) target.searchParams.set(name, String(value))
  const answer = await fetch(target, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok && failOnStatusCode) throw new Error(`${method} ${url}: ${answer.status}`)
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  return { status: answer.status, body: isJson && text !== '' ? JSON.parse(text) : text }
}
