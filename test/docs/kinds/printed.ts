// What a program printed, told apart from what differs from run to run.

/** Letters and digits of ids and the figures of durations differ from run to run. */
export const normal = (text: string): string =>
  text
    .trim()
    .replace(/\b[0-9a-z]{20}\b/g, '<id>')
    .replace(/\b\d+(?:\.\d+)? (s|ms|kB|MB)\b/g, '<n> $1')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<time>')
    .replace(/\b127\.0\.0\.1:\d+|localhost:\d+/g, '<address>')
    .replace(/[ \t]+$/gm, '')
