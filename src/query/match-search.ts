// Asks of one message what a search asks of all.

import { holdsAddress } from './fields/addresses.js'
import { holdsHeader } from './fields/header.js'
import { holdsMessageId } from './fields/message-id.js'
import { holdsPlace } from './fields/places.js'
import { holdsWords } from './fields/words.js'
import type { Searched } from './subject.js'
import type { Condition, Expression } from './syntax.js'

/** Whether the message is one that the search finds. */
export function matches(expression: Expression, message: Searched): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.operands.every((operand) => matches(operand, message))
    case 'or':
      return expression.operands.some((operand) => matches(operand, message))
    case 'not':
      return !matches(expression.operand, message)
    case 'is':
      return holds(expression.condition, message)
  }
}

function holds(condition: Condition, message: Searched): boolean {
  const { summary } = message
  switch (condition.field) {
    case 'text':
    case 'subject':
    case 'body':
    case 'filename':
      return holdsWords(condition, message)
    case 'from':
    case 'to':
    case 'cc':
    case 'bcc':
    case 'recipient':
      return holdsAddress(condition, message)
    case 'header':
      return holdsHeader(condition, message)
    case 'messageId':
      return holdsMessageId(condition, message)
    case 'inbox':
      return summary.inboxes.some((inbox) => inbox === condition.name)
    case 'tag':
      return summary.tags.includes(condition.name)
    case 'has':
      return summary.attachmentCount > 0
    case 'is':
      return summary.read === condition.read
    case 'after':
    case 'before':
      return holdsPlace(condition, message)
    case 'larger':
      return summary.size > condition.octets
    case 'smaller':
      return summary.size < condition.octets
  }
}
