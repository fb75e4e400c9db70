// Whole numbers, sizes in octets and durations in milliseconds.

import { type OptionKind, parser } from '../option.js'

type Units = readonly (readonly [name: string, factor: number])[]

// kB, MB and GB are decimal as in the SI; KiB, MiB and GiB binary. The first that divides evenly is printed.
const sizeUnits: Units = [
  ['GB', 1e9],
  ['GiB', 2 ** 30],
  ['MB', 1e6],
  ['MiB', 2 ** 20],
  ['kB', 1e3],
  ['KiB', 2 ** 10],
  ['B', 1],
]

const durationUnits: Units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
]

/** Octets. A number without a unit counts octets too. */
export const size: OptionKind<number> = {
  flag: 'value',
  placeholder: '<size>',
  form: 'a size such as 500kB, 50MB or 2GB',
  parse: parser((text) => parseQuantity(/^\d+$/.test(text) ? `${text}B` : text, sizeUnits)),
  print: (value) => printQuantity(value, sizeUnits),
}

/** Milliseconds. */
export const duration: OptionKind<number> = {
  flag: 'value',
  placeholder: '<duration>',
  form: 'a duration such as 30d, 12h, 10m or 45s',
  parse: parser((text) => parseQuantity(text, durationUnits)),
  print: (value) => printQuantity(value, durationUnits),
}

/** A whole number of at least one. */
export const count: OptionKind<number> = {
  flag: 'value',
  placeholder: '<number>',
  form: 'a whole number of at least 1',
  parse: parser((text) => (/^\d{1,15}$/.test(text) ? positive(Number(text)) : undefined)),
  print: String,
}

function parseQuantity(text: string, units: Units): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?([a-z]{1,3})$/i.exec(text.trim())
  const unit = units.find(([name]) => name.toLowerCase() === match?.[2]?.toLowerCase())
  if (!match || !unit) return undefined
  return positive(Math.round(Number(match[1]) * unit[1]))
}

const positive = (value: number): number | undefined =>
  Number.isSafeInteger(value) && value > 0 ? value : undefined

function printQuantity(value: number, units: Units): string {
  const unit = units.find(([, factor]) => value % factor === 0) ?? ['', 1]
  return `${value / unit[1]}${unit[0]}`
}
