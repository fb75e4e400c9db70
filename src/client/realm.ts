// Test runners have several realms, each with its own RegExp and Error: instanceof knows only those of one.

const tagOf = (value: unknown): string => Object.prototype.toString.call(value)

export const isRegExp = (value: unknown): value is RegExp => tagOf(value) === '[object RegExp]'

export const isDate = (value: unknown): value is Date => tagOf(value) === '[object Date]'

export const isError = (value: unknown): value is Error =>
  value instanceof Error || tagOf(value) === '[object Error]'
