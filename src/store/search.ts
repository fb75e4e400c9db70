// Turns a selection into SQL: the only place where statements are built from strings. Every value is a bound parameter.

import type { Place } from '../model/change.js'
import { type Condition, type Expression, everything } from '../query/syntax.js'
import * as facet from './facets.js'
import { type Clause, clause, type Meaning, meaningOf } from './search/conditions.js'
import { allOf, anyOf, facets, type Narrowed, noneOf } from './search/match.js'
import type { Selection } from './store.js'

/** A selection as SQL; `m` is the message. */
export interface Sought {
  /** the tables, joined so that places come in order without sorting */
  readonly from: string
  /** the column that holds the place */
  readonly place: string
  readonly where: readonly Clause[]
  /** whether rows cost so much that one statement may look only at a bounded number of them */
  readonly isCostly: boolean
  /** nothing can be found */
  readonly isEmpty: boolean
}

/**
 * Finds the cheapest way to a selection. The full-text index narrows wherever it can and gives the order of places by
 * itself, so that a page costs what it holds and not what the store holds; what the index cannot decide is checked on
 * each row.
 * @param largestDelay milliseconds that a message's receipt and its commit are apart at most
 */
export function seek(selection: Selection, largestDelay: number): Sought {
  const operands = operandsOf(selection)
  const undecided = operands.filter((operand) => !narrow(operand).isExact)
  const narrowed = allOf(operands.map(narrow))
  const driver = driverFor(selection, narrowed)
  const places = operands.flatMap((operand) => placeOf(operand))
  return {
    from: driver.from,
    place: driver.place,
    where: [
      ...driver.where,
      ...(selection.ids
        ? [clause('m.id in (select value from json_each(?))', JSON.stringify(selection.ids))]
        : []),
      ...places.map(({ field, place }) => placeBound(driver.place, field, place, largestDelay)),
      ...undecided.map(check),
    ],
    isCostly: undecided.some(isCostly),
    isEmpty: narrowed.match === 'nothing',
  }
}

/** `select … where …` of what was sought, with further conditions and an end. */
export function statement(columns: string, sought: Sought, more: readonly Clause[], end: Clause): Clause {
  const where = [...sought.where, ...more]
  const condition = where.length === 0 ? '' : `where ${where.map(({ text }) => text).join(' and ')}`
  return {
    text: `select ${columns} from ${sought.from} ${condition} ${end.text}`,
    values: [...where.flatMap(({ values }) => values), ...end.values],
  }
}

interface Driver {
  readonly from: string
  readonly place: string
  readonly where: readonly Clause[]
}

/** The table that leads. Its order must be that of places, hence `cross join`: the planner takes it as written. */
function driverFor({ ids, inbox }: Selection, narrowed: Narrowed): Driver {
  if (typeof narrowed.match === 'object' && !ids) {
    const withInbox = inbox === undefined ? [] : [facets([facet.inboxFacet(inbox)], false)]
    const { match } = allOf([narrowed, ...withInbox])
    return {
      from: 'search_index cross join message m on m.seq = search_index.rowid',
      place: 'search_index.rowid',
      where: [
        clause('search_index match ?', typeof match === 'object' ? match.text : ''),
        ...inboxCheck(inbox),
      ],
    }
  }
  const matching = typeof narrowed.match === 'object' ? [inIndex(narrowed.match.text)] : []
  if (ids || inbox === undefined)
    return { from: 'message m', place: 'm.seq', where: [...matching, ...inboxCheck(inbox)] }
  return {
    from: 'delivery leading cross join message m on m.seq = leading.message',
    place: 'leading.message',
    where: [clause('leading.inbox = ?', inbox)],
  }
}

const inIndex = (match: string): Clause =>
  clause('m.seq in (select rowid from search_index where search_index match ?)', match)

const inboxCheck = (inbox: string | undefined): readonly Clause[] =>
  inbox === undefined ? [] : [meaningOf({ field: 'inbox', name: inbox }).check ?? clause('1')]

function operandsOf({ query = everything, after, before }: Selection): readonly Expression[] {
  const is = (condition: Condition): Expression => ({ kind: 'is', condition })
  return [
    ...(query.kind === 'and' ? query.operands : [query]),
    ...(after ? [is({ field: 'after', place: after })] : []),
    ...(before ? [is({ field: 'before', place: before })] : []),
  ]
}

function narrow(expression: Expression): Narrowed {
  switch (expression.kind) {
    case 'is':
      return meaningOf(expression.condition).narrowed
    case 'not':
      return noneOf(narrow(expression.operand), facet.everyMessage)
    case 'and':
      return allOf(expression.operands.map(narrow))
    case 'or':
      return anyOf(expression.operands.map(narrow))
  }
}

/** The exact condition on one row; what the index decides alone is asked of the index. */
function check(expression: Expression): Clause {
  const { match, isExact } = narrow(expression)
  if (isExact)
    return typeof match === 'object' ? inIndex(match.text) : clause(match === 'everything' ? '1' : '0')
  switch (expression.kind) {
    case 'is':
      return checkOf(meaningOf(expression.condition))
    case 'not': {
      const { text, values } = check(expression.operand)
      return { text: `not ${text}`, values }
    }
    case 'and':
    case 'or':
      return joined(expression.operands.map(check), ` ${expression.kind} `)
  }
}

const checkOf = ({ check: exact }: Meaning): Clause => exact ?? clause('0')

const joined = (clauses: readonly Clause[], word: string): Clause => ({
  text: `(${clauses.map(({ text }) => text).join(word)})`,
  values: clauses.flatMap(({ values }) => values),
})

function isCostly(expression: Expression): boolean {
  switch (expression.kind) {
    case 'is':
      return meaningOf(expression.condition).isCostly ?? false
    case 'not':
      return isCostly(expression.operand)
    case 'and':
    case 'or':
      return expression.operands.some(isCostly)
  }
}

interface PlaceCondition {
  readonly field: 'after' | 'before'
  readonly place: Place
}

function placeOf(expression: Expression): readonly PlaceCondition[] {
  if (expression.kind !== 'is') return []
  const { condition } = expression
  return condition.field === 'after' || condition.field === 'before' ? [condition] : []
}

/** Lets the leading table begin and end at the right place; times become places with the largest delay to spare. */
function placeBound(column: string, field: 'after' | 'before', place: Place, largestDelay: number): Clause {
  if ('seq' in place) return clause(`${column} ${field === 'after' ? '>' : '<'} ?`, place.seq)
  if (field === 'after') {
    return clause(
      `${column} >= coalesce((select seq from message where kept_at >= ? order by kept_at, seq limit 1), 9e18)`,
      place.time - largestDelay,
    )
  }
  return clause(
    `${column} <= coalesce((select seq from message where kept_at <= ? order by kept_at desc, seq desc limit 1), 0)`,
    place.time + largestDelay,
  )
}
