// Octets and counts as people read them.

const count = new Intl.NumberFormat(undefined)

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `812 bytes`, `26 kB`, `1.2 MB`. */
export function sizeText(octets: number): string {
  const power = octets < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(octets) / 3))
  const value = octets / 1000 ** power
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 && value < 10 ? 1 : 0,
  }).format(value)
}

export const countText = (value: number): string => count.format(value)

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 })

/** @param share 0 to 1 */
export const percentText = (share: number): string => percent.format(share)
