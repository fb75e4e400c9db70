// What stands where a JSON pointer (RFC 6901) leads, and the place as a person writes it.

const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** `/attachments/0/filename` becomes `attachments[0].filename`. */
export const memberPath = (pointer: string): string =>
  steps(pointer).reduce((path, step) => joinPath(path, step), '')

export function joinPath(path: string, step: string): string {
  if (/^\d+$/.test(step)) return `${path}[${step}]`
  return path ? `${path}.${step}` : step
}

/** @returns `undefined` where nothing stands there */
export const valueAt = (whole: unknown, pointer: string): unknown =>
  steps(pointer).reduce((here, step) => memberOf(here, step), whole)

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}
