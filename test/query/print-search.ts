// Writes a tree as the search text that means it; the counterpart of the parser for its property test.

import type { Condition, Expression } from '#mailhold/query/syntax.js'

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Groups always get parentheses, so that the tree and not only its meaning comes back. */
export function printSearch(expression: Expression): string {
  switch (expression.kind) {
    case 'is':
      return printCondition(expression.condition)
    case 'not':
      return `-${printSearch(expression.operand)}`
    default:
      return `(${expression.operands.map(printSearch).join(expression.kind === 'or' ? ' OR ' : ' ')})`
  }
}

function printCondition(condition: Condition): string {
  switch (condition.field) {
    case 'text':
      return quote(condition.words) + (condition.prefix ? '*' : '')
    case 'subject':
    case 'body':
    case 'filename':
      return `${condition.field}:${quote(condition.words)}${condition.prefix ? '*' : ''}`
    case 'from':
    case 'to':
    case 'cc':
    case 'bcc':
    case 'recipient': {
      const { pattern } = condition
      if (pattern.form === 'domain') return `${condition.field}:${quote(`@${pattern.domain}`)}`
      return `${condition.field}:${quote(pattern.form === 'exact' ? pattern.address : pattern.glob)}`
    }
    case 'header':
      return `header:${condition.name}${condition.value === undefined ? '' : `=${quote(condition.value)}`}`
    case 'messageId':
      return `message-id:${quote(condition.id)}`
    case 'inbox':
    case 'tag':
      return `${condition.field}:${quote(condition.name)}`
    case 'has':
      return 'has:attachment'
    case 'is':
      return condition.read ? 'is:read' : 'is:unread'
    case 'after':
    case 'before':
      return `${condition.field}:${'seq' in condition.place ? `s${condition.place.seq}` : `t${condition.place.time}`}`
    case 'larger':
    case 'smaller':
      return `${condition.field}:${condition.octets}`
  }
}
