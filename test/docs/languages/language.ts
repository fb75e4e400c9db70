// What is needed to try the tests of a language that docs/guides/other-languages.md shows.

export interface Language {
  readonly name: string
  /** the files that the page shows, in its order */
  readonly files: readonly string[]
  /** stands for an app that sends a mail when somebody signs up */
  readonly app: Readonly<Record<string, string>>
  /** that of the page, where it can be called by its name */
  readonly runner?: { readonly program: string; readonly command: string }
  /** Without the runner: signs up, then prints the code for the word `met`, and for `missing` waits for what does not come. */
  readonly alone: {
    readonly program: string
    readonly command: string
    readonly files: Readonly<Record<string, string>>
  }
}

/** The mail of the sign-up as JSON, in front of and behind the address. */
export const [beforeTo, behindTo] = [
  '{"from": "app@example.com", "to": "',
  '", "subject": "Confirm your address", "text": "Your code is 482913."}',
] as const
