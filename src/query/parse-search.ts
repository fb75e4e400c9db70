// The search language `q`: text in, tree out.
//
//   either   = sequence *("OR" sequence)        things side by side bind tighter than OR
//   sequence = 1*unary
//   unary    = "-" unary / "(" either ")" / term
//   term     = [field ":"] (word / "phrase")
//
// Limits: 2,000 characters, 100 terms, 30 levels of parentheses and negations.

import { longestSearch } from '../model/limits.js'
import { nearestName } from '../model/nearest.js'
import { searchFields } from './fields/registry.js'
import { badSearch, type SearchContext } from './fields/search-field.js'
import { anyText } from './fields/words.js'
import { lex, type Token } from './lexer.js'
import { type Condition, type Expression, everything } from './syntax.js'

const maxTerms = 100
const maxDepth = 30

/**
 * The tree of a search text; `everything` for one that is empty.
 * @param context turns the texts of `after:` and `before:` into places
 * @throws MailholdError `badInput` with `path: 'q'`, the position, and what would be right
 */
export function parseSearch(text: string, context: SearchContext): Expression {
  if (text.length > longestSearch) {
    throw badSearch(
      `a search has at most ${longestSearch} characters, this one ${text.length}`,
      longestSearch,
    )
  }
  const tokens = [...lex(text)]
  const extra = tokens.filter((token) => token.kind === 'term')[maxTerms]
  if (extra) throw badSearch(`a search has at most ${maxTerms} terms`, extra.position)
  if (tokens.length === 0) return everything

  const reader = new Reader(tokens, text.length, context)
  const tree = reader.either(0)
  const rest = reader.peek()
  if (rest) throw badSearch('this ) closes nothing; take it out or open one before', rest.position)
  return tree
}

/** A walk over the tokens of one text; each method takes what it names off the front. */
class Reader {
  readonly #tokens: readonly Token[]
  readonly #end: number
  readonly #context: SearchContext
  #at = 0

  constructor(tokens: readonly Token[], end: number, context: SearchContext) {
    this.#tokens = tokens
    this.#end = end
    this.#context = context
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  either(depth: number): Expression {
    const operands = [this.#sequence(depth)]
    while (this.peek()?.kind === 'or') {
      this.#at += 1
      operands.push(this.#sequence(depth))
    }
    return join('or', operands)
  }

  #sequence(depth: number): Expression {
    const operands: Expression[] = []
    for (let next = this.peek(); next && next.kind !== 'or' && next.kind !== 'close'; next = this.peek()) {
      operands.push(this.#unary(next, depth))
    }
    if (operands.length === 0) throw this.#missing()
    return join('and', operands)
  }

  #unary(token: Token, depth: number): Expression {
    if (depth > maxDepth) throw badSearch(`a search nests at most ${maxDepth} levels deep`, token.position)
    this.#at += 1
    if (token.kind === 'term') return { kind: 'is', condition: conditionOf(token, this.#context) }
    if (token.kind === 'open') return this.#group(token, depth + 1)
    const next = this.peek()
    if (!next || next.kind === 'or' || next.kind === 'close') throw this.#missing()
    return { kind: 'not', operand: this.#unary(next, depth + 1) }
  }

  #group(open: Token, depth: number): Expression {
    const inside = this.either(depth)
    if (this.peek()?.kind !== 'close') throw badSearch('this ( is never closed; add a )', open.position)
    this.#at += 1
    return inside
  }

  #missing(): Error {
    const token = this.peek()
    const before = this.#tokens[this.#at - 1]
    if (token?.kind === 'close' && before?.kind !== 'open' && before?.kind !== 'or') {
      return badSearch('this ) closes nothing; take it out or open one before', token.position)
    }
    if (token?.kind === 'close') return badSearch('something to look for is missing before )', token.position)
    if (token)
      return badSearch(
        'OR needs something to look for before it; quote it as "OR" if it is text',
        token.position,
      )
    if (before?.kind === 'or') {
      return badSearch(
        'OR needs something to look for behind it; quote it as "OR" if it is text',
        before.position,
      )
    }
    return badSearch('something to look for is missing here', before?.position ?? this.#end)
  }
}

const join = (kind: 'and' | 'or', operands: readonly Expression[]): Expression => {
  const [only, second] = operands
  return only && !second ? only : { kind, operands }
}

function conditionOf(token: Token & { kind: 'term' }, context: SearchContext): Condition {
  if (token.field === undefined) return anyText.read(token.value)
  const name = token.field.toLowerCase()
  const field = searchFields.find((known) => known.name === name)
  if (field) return field.read(token.value, context)
  const nearest = nearestName(
    name,
    searchFields.map((known) => known.name),
  )
  const meant = nearest === undefined ? 'if' : `did you mean ${nearest}: ? If`
  throw badSearch(
    `there is no field ${token.field}: in searches; ${meant} it is text, quote it: "${token.field}:…"`,
    token.position,
    nearest === undefined ? undefined : `${nearest}:`,
  )
}
