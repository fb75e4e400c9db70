// after: and before: ask for a stretch of the order in which mail came in; both leave out the place they name.

import type { Place } from '../../model/change.js'
import { MailholdError } from '../../model/errors.js'
import type { Searched } from '../subject.js'
import { badSearch, type SearchContext, type SearchField, type SearchValue } from './search-field.js'

export const after = placeField('after', 'after:2026-08-01', 'came in after a cursor, a time or a date')
export const before = placeField(
  'before',
  'before:2026-08-01T12:30:00Z',
  'came in before a cursor, a time or a date',
)

function placeField<Field extends 'after' | 'before'>(field: Field, example: string, says: string) {
  return {
    name: field,
    example,
    says,
    read: (value: SearchValue, context: SearchContext) => ({
      field,
      place: readPlace(field, value, context),
    }),
  } satisfies SearchField
}

function readPlace(
  field: 'after' | 'before',
  { text, position }: SearchValue,
  context: SearchContext,
): Place {
  try {
    return context.place(text, field)
  } catch (error) {
    if (error instanceof MailholdError && error.code === 'badInput') {
      throw badSearch(error.message, position, error.details.suggestion)
    }
    throw error
  }
}

export const holdsPlace = (
  { field, place }: { readonly field: 'after' | 'before'; readonly place: Place },
  { summary }: Searched,
): boolean => {
  const here = 'seq' in place ? summary.seq - place.seq : summary.receivedAt - place.time
  return field === 'after' ? here > 0 : here < 0
}
