// Which text every store compares as we do, so that it may be asked beforehand.

/** Printable ASCII: neither Unicode's forms nor letters that change their case differently come into play. */
export const isPlain = (text: string): boolean => /^[\x20-\x7e]+$/.test(text)
