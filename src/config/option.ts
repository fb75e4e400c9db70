// What an option is: a row of a table, from which flags, environment names, file members, help and types derive.

/** A value that was read, or `undefined` where the text has another form. */
export type Parsed<Value> = { readonly value: Value } | undefined

/** How the text of an option becomes a value, and back. */
export interface OptionKind<Value> {
  /** `switch` stands alone on the command line, `list` may be repeated there */
  readonly flag: 'switch' | 'value' | 'list'
  /** what stands behind the flag in help: `<size>`; `''` for a switch */
  readonly placeholder: string
  /** ends the sentence `--x must be …` */
  readonly form: string
  readonly parse: (text: string) => Parsed<Value>
  /** text that `parse` reads as the same value */
  print(value: Value): string
}

/** What defaults may depend on. */
export interface Machine {
  readonly platform: string
  /** the user's home folder */
  readonly home: string
  readonly env: Environment
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A default that depends on the machine, and how docs call it. */
export interface MachineDefault {
  readonly text: string
  readonly on: (machine: Machine) => string
}

export interface Option<Value> {
  readonly kind: OptionKind<Value>
  readonly default: string | MachineDefault
  readonly group: string
  /** one sentence without its full stop */
  readonly help: string
  /** one letter: `-f` */
  readonly short?: string
}

/** Options of every kind; `ValuesOf` gives each its own type back. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>

/** The values of a table: `{ smtp: readonly Listener[], starttls: boolean, … }`. */
export type ValuesOf<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never
}

/** Checks a row and gives it the type of its kind. */
export const option = <Value>(row: Option<Value>): Option<Value> => row

/** `maxAge` → `--max-age` */
export const flagName = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** `maxAge` → `MAILHOLD_MAX_AGE` */
export const environmentName = (name: string): string =>
  `MAILHOLD_${flagName(name).slice(2).replaceAll('-', '_').toUpperCase()}`

/** The default as text, on this machine. */
export const defaultOn = (row: Option<unknown>, machine: Machine): string =>
  typeof row.default === 'string' ? row.default : row.default.on(machine)

/** `read` as a parser: what it gives is the value, `undefined` means another form. */
export const parser =
  <Value>(read: (text: string) => Value | undefined): OptionKind<Value>['parse'] =>
  (text) => {
    const value = read(text)
    return value === undefined ? undefined : { value }
  }
