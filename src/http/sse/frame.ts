// One event as text (HTML standard §9.2).

export interface EventFrame {
  readonly event: string
  /** what the client sends as Last-Event-ID when it comes back; absent leaves the last one */
  readonly id?: string
  /** becomes JSON, which has no line ends */
  readonly data: object
}

export const frameText = ({ event, id, data }: EventFrame): string =>
  `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

export interface Beginning {
  /** how soon a client comes back when the connection broke, in milliseconds */
  readonly retry: number
  /** where the stream begins: who loses the connection before the first event goes on from there, and misses nothing */
  readonly id: string
}

/** Without data it is no event to the client, but sets its last event id (§9.2.6). */
export const beginningText = ({ retry, id }: Beginning): string => `retry: ${retry}\nid: ${id}\n\n`
