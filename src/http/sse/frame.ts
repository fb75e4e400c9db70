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

/** How soon a client comes back when the connection broke, in milliseconds. */
export const retryText = (milliseconds: number): string => `retry: ${milliseconds}\n\n`
