// The rule that a problem's sentence ends with, and where it can be read. Pure.

export interface Rule {
  readonly text: string
  readonly href: string
}

/** `The message is empty (RFC 5322 §3.6)` gives the sentence and its rules. */
export function splitRule(message: string): { readonly sentence: string; readonly rules: readonly Rule[] } {
  const found = /^([\s\S]*) \(([^()]*)\)$/.exec(message)
  const [, sentence = message, rule = ''] = found ?? []
  const rules = [...rule.matchAll(/RFC (\d+)(?: §([\d.]+))?/g)].map(([text, number, section]) => ({
    text,
    href: `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ''}`,
  }))
  return rules.length > 0 ? { sentence, rules } : { sentence: message, rules: [] }
}
