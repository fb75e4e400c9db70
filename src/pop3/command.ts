// What a POP3 command is: its verb, the states it is valid in, its arguments, what it does, and what CAPA says of it.

import { MailholdError } from '../model/errors.js'
import { type Parameter, readArguments, type Values } from './parameters.js'
import { nonsense, type Reply } from './reply.js'
import type { Session } from './session.js'
import type { State, StateName, StateOf } from './state.js'

interface Definition<Name extends StateName, Takes extends readonly Parameter<unknown>[]> {
  readonly verb: string
  readonly in: readonly Name[]
  readonly takes: Takes
  /** lines of the CAPA response that this command stands for in such a session (RFC 2449 §6) */
  readonly capabilities?: (session: Session, state: StateName) => readonly string[]
  /** whether this server has the command at all; it is unknown otherwise */
  readonly isOffered?: (session: Session) => boolean
  run(state: StateOf<Name>, values: Values<Takes>, session: Session): Reply | Promise<Reply>
}

export interface Command {
  readonly verb: string
  readonly isOffered: (session: Session) => boolean
  readonly capabilities: (session: Session, state: StateName) => readonly string[]
  /**
   * Runs the command if it is valid in the state.
   * @param text what follows the blank behind the verb, `undefined` where there is no blank
   * @throws MailholdError which the connection turns into a reply
   */
  execute(state: State, text: string | undefined, session: Session): Reply | Promise<Reply>
}

export function command<Name extends StateName, const Takes extends readonly Parameter<unknown>[]>(
  definition: Definition<Name, Takes>,
): Command {
  const { verb, takes } = definition
  return {
    verb,
    isOffered: definition.isOffered ?? (() => true),
    capabilities: definition.capabilities ?? (() => []),
    execute(state, text, session) {
      if (!isIn(state, definition.in)) return nonsense(`${verb} is not possible ${placeOf(state)}`)
      return definition.run(state, argumentsOf(verb, takes, text), session)
    },
  }
}

const isIn = <Name extends StateName>(state: State, names: readonly Name[]): state is StateOf<Name> =>
  names.some((name) => name === state.name)

const placeOf = (state: State): string => (state.name === 'authorization' ? 'before login' : 'after login')

function argumentsOf<Takes extends readonly Parameter<unknown>[]>(
  verb: string,
  takes: Takes,
  text: string | undefined,
): Values<Takes> {
  try {
    // readArguments reads every parameter of `takes` in order, so this is the tuple of their values.
    return readArguments(takes, text) as Values<Takes>
  } catch (error) {
    if (!(error instanceof MailholdError)) throw error
    throw new MailholdError(
      'badInput',
      `${error.message}; usage: ${usage(verb, takes)}`,
      {},
      { cause: error },
    )
  }
}

/** `LIST [message]` */
const usage = (verb: string, takes: readonly Parameter<unknown>[]): string =>
  [verb, ...takes.map(({ name, isOptional }) => (isOptional ? `[${name}]` : name))].join(' ')
