// Criteria on attachments.

import { composed } from '../criteria/comparable.js'
import { type FieldOfCriteria, textAspect } from './criterion-field.js'

const filename = textAspect({ of: 'filename', bare: 'glob', prepare: composed })

export const attachment: FieldOfCriteria = {
  name: 'attachment',
  aspect: filename,
  members: {
    filename,
    contentType: textAspect({ of: 'contentType', bare: 'glob', prepare: composed, bareIgnoresCase: true }),
    size: { kind: 'size', of: 'size' },
  },
  items: ({ facts }) =>
    facts.attachments.map((one) => ({
      filename: [composed(one.filename)],
      contentType: [one.contentType],
      size: [one.size],
    })),
  narrow: () => [{ field: 'has', thing: 'attachment' }],
}
