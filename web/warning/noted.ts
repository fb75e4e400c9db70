// Which warnings a person has taken note of, for as long as this tab is open.

const key = 'mailhold.noted'

export const isNoted = (warning: string): boolean => {
  try {
    return sessionStorage.getItem(key) === warning
  } catch {
    return false
  }
}

export function note(warning: string): void {
  try {
    sessionStorage.setItem(key, warning)
  } catch {
    // a browser that keeps nothing says it again after a reload
  }
}
