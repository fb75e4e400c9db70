/** What a mail may do in its frame: links open in tabs of their own. No scripts, no forms, no origin. */
export const frameSandbox = 'allow-popups allow-popups-to-escape-sandbox'
