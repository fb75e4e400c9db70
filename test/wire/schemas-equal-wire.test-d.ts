// The schemas of the HTTP head and the interfaces of `wire` say the same: this file compiles only then.

import type { Static } from 'typebox'
import type * as faultSchema from '#mailhold/http/schema/fault.js'
import type * as inboxSchema from '#mailhold/http/schema/inbox.js'
import type * as listSchema from '#mailhold/http/schema/list.js'
import type * as messageSchema from '#mailhold/http/schema/message.js'
import type * as newMailSchema from '#mailhold/http/schema/new-mail.js'
import type * as problemSchema from '#mailhold/http/schema/problem.js'
import type * as sessionSchema from '#mailhold/http/schema/session.js'
import type * as statusSchema from '#mailhold/http/schema/status.js'
import type * as summarySchema from '#mailhold/http/schema/summary.js'
import type * as waitSchema from '#mailhold/http/schema/wait.js'
import type * as fault from '#mailhold/wire/fault.js'
import type * as inbox from '#mailhold/wire/inbox.js'
import type * as list from '#mailhold/wire/list.js'
import type * as message from '#mailhold/wire/message.js'
import type * as newMail from '#mailhold/wire/new-mail.js'
import type * as problem from '#mailhold/wire/problem.js'
import type * as session from '#mailhold/wire/session.js'
import type * as status from '#mailhold/wire/status.js'
import type * as summary from '#mailhold/wire/summary.js'
import type * as wait from '#mailhold/wire/wait.js'

/** Without `readonly`, which a schema cannot say. */
type Plain<Type> = Type extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Type extends object
    ? { -readonly [Name in keyof Type]: Plain<Type[Name]> }
    : Type

type Same<One, Other> =
  (<T>() => T extends Plain<One> ? 1 : 2) extends <T>() => T extends Plain<Other> ? 1 : 2 ? true : false

type Proven<Claims extends readonly true[]> = Claims

export type Proofs = Proven<
  [
    Same<Static<typeof summarySchema.Summary>, summary.Summary>,
    Same<Static<typeof messageSchema.Message>, message.Message>,
    Same<keyof typeof messageSchema.partMembers | 'children', keyof message.Part>,
    Same<
      {
        [Name in keyof typeof messageSchema.partMembers]: Static<(typeof messageSchema.partMembers)[Name]>
      },
      Omit<message.Part, 'children'>
    >,
    Same<Static<typeof listSchema.List>, list.List>,
    Same<Static<typeof listSchema.Marks>, list.Marks>,
    Same<Static<typeof listSchema.Changed>, list.Changed>,
    Same<Static<typeof listSchema.Deleted>, list.Deleted>,
    Same<Static<typeof newMailSchema.NewMail>, newMail.NewMail>,
    Same<Static<typeof problemSchema.Problem>, problem.Problem>,
    Same<Static<typeof sessionSchema.SessionList>, session.SessionList>,
    Same<Static<typeof statusSchema.Status>, status.Status>,
    Same<Static<typeof statusSchema.Ready>, status.Ready>,
    Same<Static<typeof faultSchema.NewFault>, fault.NewFault>,
    Same<Static<typeof faultSchema.FaultList>, fault.FaultList>,
    Same<Static<typeof inboxSchema.NewInbox>, inbox.NewInbox>,
    Same<Static<typeof inboxSchema.InboxList>, inbox.InboxList>,
    Same<Static<typeof inboxSchema.TagList>, inbox.TagList>,
    Same<Static<typeof inboxSchema.Cursor>, inbox.Cursor>,
    Same<Static<typeof waitSchema.WaitMet>, wait.WaitMet>,
    Same<Static<typeof waitSchema.WaitNotMet>, wait.WaitNotMet>,
    Same<Static<typeof waitSchema.AssertAnswer>, wait.AssertAnswer>,
  ]
>
