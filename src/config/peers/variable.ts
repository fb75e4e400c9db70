// What a variable of another server means here.

import type { OptionName } from '../table.js'

export type PeerVariable =
  /** the same as an option of ours; `undefined` where its value has no counterpart */
  | {
      readonly is: 'option'
      readonly option: OptionName
      readonly text: (value: string) => string | undefined
    }
  /** says yes to a value of an option of ours; no is no mistake */
  | { readonly is: 'switch'; readonly option: OptionName; readonly text: string }
  /** one of two that make an option together; the other is named, and its absence is no mistake */
  | {
      readonly is: 'pair'
      readonly option: OptionName
      readonly other: string
      readonly text: (value: string, other: string) => string | undefined
    }
  /** a protection that this server gives in another way, if it is told to: `unless` is the option that does */
  | {
      readonly is: 'protection'
      readonly asks: (value: string) => boolean
      readonly unless?: OptionName
      readonly remedy: string
    }
  /** what it asks for is so anyway, or does nothing here that anybody would miss */
  | { readonly is: 'needless' }
  /** has no counterpart; `because` ends the sentence of the warning */
  | { readonly is: 'unmet'; readonly because: string }

export type PeerVariables = Readonly<Record<string, PeerVariable>>

/** Go's and JavaScript's ways to say yes. */
export const isYes = (value: string): boolean => /^(?:1|true|yes|on)$/i.test(value.trim())

export const asOption = (
  option: OptionName,
  text: (value: string) => string | undefined = (value) => value,
): PeerVariable => ({ is: 'option', option, text })

/** @param text the option's value where the variable says yes */
export const asSwitch = (option: OptionName, text: string): PeerVariable => ({ is: 'switch', option, text })

export const asPair = (
  option: OptionName,
  other: string,
  text: (value: string, other: string) => string | undefined,
): PeerVariable => ({ is: 'pair', option, other, text })

/** @param remedy what to say instead */
export const protection = (
  remedy: string,
  {
    unless,
    asks = () => true,
  }: { readonly unless?: OptionName; readonly asks?: (value: string) => boolean } = {},
): PeerVariable => ({ is: 'protection', asks, remedy, ...(unless && { unless }) })

export const needless: PeerVariable = { is: 'needless' }

export const unmet = (because: string): PeerVariable => ({ is: 'unmet', because })
