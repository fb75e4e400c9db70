// What stands in Mailpit's paths.

import { Type } from '../../schema/typebox.js'

export const Id = Type.Object({ id: Type.String() })

export const PartOfMessage = Type.Object({ id: Type.String(), part: Type.String() })
