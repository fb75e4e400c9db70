// Schemas of what `/v1/wait` and `/v1/assert` take and answer.

import type { TSchema } from 'typebox'
import { mostAnswered } from '../../model/answered-mails.js'
import { longestSearch } from '../../model/limits.js'
import { Criteria } from './criteria.js'
import { Message } from './message.js'
import { problemResponse } from './problem.js'
import { Summary } from './summary.js'
import { Type } from './typebox.js'
import { count, cursorText, exactly, flag, listOf, orNull, text, time } from './words.js'

const duration = (description: string) =>
  Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,3})?(ms|s|m)$', description })
const name = (description: string) => Type.String({ minLength: 1, maxLength: 200, description })

const looking = {
  inbox: Type.Optional(
    Type.String({ pattern: '^[A-Za-z0-9-]{1,40}$', description: 'only mail of this inbox; not `all`' }),
  ),
  after: Type.Optional(
    name(
      'a cursor or an RFC 3339 time, exclusive; `start` for all mail. With neither inbox nor after, mail of the last 60 s counts',
    ),
  ),
  timeout: Type.Optional(duration('`10s` unless given, `0s` looks once, at most 55 s')),
  settle: Type.Optional(duration('how long it must be quiet before a count is final; `500ms` unless given')),
  waited: Type.Optional(
    duration(
      'where a wait takes several calls: how long the earlier ones took, so that the last tells of all',
    ),
  ),
}

const number = (description: string) => Type.Integer({ minimum: 0, maximum: 100_000, description })
const CountRange = Type.Object(
  { min: Type.Optional(number('at least')), max: Type.Optional(number('at most')) },
  { title: 'CountRange', additionalProperties: false, minProperties: 1 },
)

const expectation = {
  name: Type.Optional(name('shown in the answer')),
  ...looking,
  match: Criteria,
  count: Type.Optional(
    Type.Union([number('exactly'), CountRange], { description: 'at least one unless given' }),
  ),
  each: Type.Optional(
    Type.Array(Criteria, { maxItems: 20, description: 'what every matched mail must fulfil as well' }),
  ),
  until: Type.Optional(Criteria),
  return: Type.Optional(Type.Enum(['full', 'summary'])),
}

export const WaitBody = exactly('Wait', expectation)

export const AssertBody = exactly('Assertion', {
  ...looking,
  expectations: Type.Array(exactly('Expectation', expectation), { minItems: 1, maxItems: 100 }),
  order: Type.Optional(
    Type.Enum(['strict'], { description: 'mails must have been committed in the order of the expectations' }),
  ),
})

/** Criteria are parameters too, with operators behind dots; only what is not criteria is listed. */
export const WaitParameters = Type.Object(
  {
    ...looking,
    name: expectation.name,
    q: Type.Optional(
      Type.String({ maxLength: longestSearch, description: 'search text that the mail must be found by' }),
    ),
    count: Type.Optional(number('exactly')),
    'count.min': Type.Optional(number('at least')),
    'count.max': Type.Optional(number('at most')),
    return: expectation.return,
    print: Type.Optional(
      Type.String({
        description: 'answers with that value of the newest match alone: `id`, `code`, `link:Confirm`',
      }),
    ),
    subject: Type.Optional(
      Type.String({
        description: 'criteria are parameters: `subject.contains=Confirm`, `until.subject=Done`',
      }),
    ),
  },
  { additionalProperties: true },
)

const Rejection = exactly('Rejection', {
  at: time(),
  stage: text(),
  reply: text(),
  sender: Type.Optional(text()),
  recipient: Type.Optional(text()),
  faultRule: Type.Optional(text()),
})

const CriterionReport = exactly('CriterionReport', {
  path: text('`subject`, `link.href`, `header.X-Mailer`'),
  op: text('`equals`, `contains`, …'),
  pass: flag('the mail fulfils it'),
  expected: Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
  actual: orNull(
    text('visible, at most 200 characters from where it matters, with … where something is left out'),
  ),
  hint: Type.Optional(text()),
})

/** A mail that a failure tells of. */
const told = {
  id: text(),
  subject: text(),
  inboxes: listOf(text()),
  receivedAt: time(),
  url: text('absolute path of the whole message'),
}

const explanation = {
  reason: text('`timeout`, `tooMany`, `tooFew`, `each`, `order`, `unsettled`, `barrier`, `stopped`'),
  expected: exactly('ExpectedCount', { min: count(), max: Type.Optional(count()) }),
  matched: count(),
  came: Type.Array(
    exactly('Came', {
      ...told,
      recipients: Type.Array(Type.String(), { description: 'of the envelope; of many the first ten' }),
      expectations: Type.Optional(
        Type.Array(Type.Integer(), {
          description: 'where the order was wrong: the places in the list, from 1, of those that it matches',
        }),
      ),
    }),
    {
      description:
        'what matched, oldest first; of many the newest ten. Where the order was wrong, what matched any of the expectations',
    },
  ),
  nearest: listOf(exactly('NearMiss', { ...told, criteria: listOf(CriterionReport) })),
  elsewhere: listOf(exactly('Elsewhere', { id: text(), why: text() })),
  smtp: exactly('SmtpReport', {
    sessions: count('connections that were open at some time'),
    rejected: listOf(Rejection),
    openTransactions: count(),
  }),
  hints: listOf(text()),
}

const messages = Type.Array(Type.Union([Message, Summary]), {
  description: `oldest first; of more than ${mostAnswered.full} (${mostAnswered.summary} summaries) the newest, while \`matched\` counts them all`,
})
const waitedMs = count('milliseconds')
const lookedFrom = text('a cursor, a time, or `start`')
const story = text('the whole story for a person; alone with `Accept: text/plain`')

export const WaitMet = exactly('WaitMet', {
  pass: Type.Literal(true),
  waitedMs,
  matched: count(),
  messages,
  cursor: cursorText,
  lookedFrom,
})

export const WaitNotMet = exactly('WaitNotMet', {
  ...explanation,
  pass: Type.Literal(false),
  waitedMs,
  cursor: cursorText,
  lookedFrom,
  text: story,
})

const whichExpectation = { name: Type.Optional(text()), lookedFrom }

export const AssertAnswer = exactly('AssertAnswer', {
  pass: Type.Boolean(),
  waitedMs,
  cursor: cursorText,
  lookedFrom: Type.Union([Type.String(), Type.Null()], {
    description: 'a cursor, a time, or `start`; null where the expectations looked from different places',
  }),
  expectations: listOf(
    Type.Union([
      exactly('ExpectationMet', {
        ...whichExpectation,
        pass: Type.Literal(true),
        matched: count(),
        messages,
      }),
      exactly('ExpectationNotMet', { ...whichExpectation, ...explanation, pass: Type.Literal(false) }),
    ]),
  ),
  text: story,
})

/** JSON, or text for whoever asks for it. */
const answerOf = (description: string, schema: TSchema, words: string) => ({
  description,
  content: {
    'application/json': { schema },
    'text/plain': { schema: Type.String({ description: words }) },
  },
})

const refusals = {
  400: problemResponse('What is waited for is not understood'),
  503: problemResponse('Too many waits are held, or the server stops'),
}

const storyAlone = 'the story, for `Accept: text/plain`'

export const waitResponses = {
  200: answerOf(
    'The mail is there',
    WaitMet,
    'the value that `print` asked for, or the story for `Accept: text/plain`',
  ),
  422: answerOf('It is not, and the answer says why', WaitNotMet, storyAlone),
  ...refusals,
}

export const assertResponses = {
  200: answerOf('Every expectation is met', AssertAnswer, storyAlone),
  422: answerOf('One is not, and the answer says why', AssertAnswer, storyAlone),
  ...refusals,
}
