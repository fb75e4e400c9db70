// What "Test this" says.

export const testText = {
  what: 'This mail as an assertion. What changes from mail to mail, such as codes, dates and numbers, is left out.',
  tools: 'Tools',
}
