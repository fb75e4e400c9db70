// Every matcher that asks the server, by its name.

import {
  toBeSentTo,
  toContainText,
  toHaveAttachment,
  toHaveCode,
  toHaveHeader,
  toHaveLink,
  toHaveSubject,
} from './mail-matchers.js'
import type { Asking, Outcome } from './outcome.js'
import { toReceive, toReceiveInOrder, toStayEmpty } from './receive.js'
import type { OneMailMatchers, PlaceMatchers } from './types.js'

export type MatcherName = Exclude<keyof PlaceMatchers | keyof OneMailMatchers, 'toMatchMailSnapshot'>

export type Matcher = (asking: Asking, received: unknown, ...given: never[]) => Promise<Outcome>

export const matchers: Readonly<Record<MatcherName, Matcher>> = {
  toReceive,
  toReceiveInOrder,
  toStayEmpty,
  toHaveSubject,
  toBeSentTo,
  toContainText,
  toHaveLink,
  toHaveCode,
  toHaveAttachment,
  toHaveHeader,
}
