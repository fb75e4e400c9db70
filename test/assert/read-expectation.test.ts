import { describe, expect, it } from 'vitest'
import { readDuration } from '#mailhold/assert/duration.js'
import { countInWords } from '#mailhold/assert/plan.js'
import { readAssertion, readWait } from '#mailhold/assert/read-expectation.js'
import { waitFromQuery } from '#mailhold/assert/wait-from-query.js'

const refused = (path: string, says: string) =>
  expect.objectContaining({
    code: 'badInput',
    message: expect.stringContaining(says),
    details: expect.objectContaining({ path }),
  })

describe('a wait', () => {
  it('looks for ten seconds for at least one mail, unless it says otherwise', () => {
    const { scope, count, returns } = readWait({ match: {} })

    expect(scope).toEqual({
      inbox: undefined,
      after: undefined,
      timeout: 10_000,
      settle: 500,
      isSettleAsked: false,
      waited: 0,
    })
    expect(count).toEqual({ min: 1 })
    expect(returns).toBe('full')
  })

  it('says how many, how long and where', () => {
    const { scope, count, returns, name } = readWait({
      name: 'welcome',
      inbox: 'w1',
      after: 'start',
      timeout: '1.5s',
      settle: '250ms',
      match: {},
      count: { max: 2 },
      return: 'summary',
    })

    expect(scope).toEqual({
      inbox: 'w1',
      after: 'start',
      timeout: 1500,
      settle: 250,
      isSettleAsked: true,
      waited: 0,
    })
    expect([name, count, returns]).toEqual(['welcome', { min: 0, max: 2 }, 'summary'])
  })

  it('may be as long as the quiet that it asks for, look once, or leave quiet to a barrier', () => {
    const fits = [
      { settle: '2s', timeout: '2s' },
      { settle: '2s', timeout: '0s' },
      { settle: '2s', timeout: '1s', until: { subject: 'Done' } },
    ]

    expect(fits.map((times) => readWait({ match: {}, ...times }).scope.settle)).toEqual([2000, 2000, 2000])
  })

  const mistakes: readonly (readonly [request: unknown, path: string, says: string])[] = [
    [[], '', 'must be an object'],
    [{}, 'match', 'is missing'],
    [{ match: {}, timout: '1s' }, 'timout', 'did you mean "timeout"?'],
    [{ match: { subjct: 'x' } }, 'match.subjct', 'did you mean "subject"?'],
    [{ match: {}, timeout: '56s' }, 'timeout', 'with after set to the lookedFrom of the answer'],
    [{ match: {}, settle: '31s' }, 'settle', 'settle: is at most 30 s, got "31s"'],
    [{ match: {}, settle: '11s' }, 'settle', '11 s of quiet do not fit into a timeout of 10 s'],
    [{ match: {}, settle: '2s', timeout: '1999ms' }, 'settle', 'give a longer timeout or a shorter settle'],
    [{ inbox: 'w1', subject: 'x' }, 'subject', 'criteria stand in "match", as in {"match": {"subject": …}}'],
    [{ expectations: [] }, 'expectations', 'several expectations are taken by POST /v1/assert'],
    [{ match: {}, count: '2' }, 'count', 'a whole number, or an object with min, max or both, got "2"'],
    [{ match: {}, criteria: {} }, 'criteria', 'did you mean "match"?'],
    [{ match: {}, timeout: 5 }, 'timeout', 'such as 10s'],
    [{ match: {}, count: -1 }, 'count', 'whole number'],
    [{ match: {}, count: 1.5 }, 'count', 'whole number'],
    [{ match: {}, count: {} }, 'count', 'min, max or both'],
    [{ match: {}, count: { min: 2, max: 1 } }, 'count', 'max 1 is less than min 2'],
    [{ match: {}, count: { most: 1 } }, 'count.most', 'did you mean "max"?'],
    [{ match: {}, count: { few: 1 } }, 'count.few', 'there are min, max'],
    [{ match: {}, each: { code: '1' } }, 'each', 'must be a list'],
    [{ match: {}, each: [{}, { cod: '1' }] }, 'each[1].cod', 'did you mean "code"?'],
    [{ match: {}, until: { cod: '1' } }, 'until.cod', 'did you mean "code"?'],
    [{ match: {}, return: 'all' }, 'return', '"full" or "summary"'],
    [{ match: {}, inbox: '' }, 'inbox', '1 to 200 characters'],
    [
      { match: {}, inbox: 'My App' },
      'inbox',
      '"inbox" must be an inbox: a-z, 0-9 and -, at most 40, not all',
    ],
    [{ match: {}, inbox: 'a'.repeat(41) }, 'inbox', 'at most 40'],
    [{ match: {}, inbox: 'All' }, 'inbox', 'leave it out for all mail'],
    [JSON.parse('{"match": {}, "__proto__": {"count": 0}}'), '__proto__', 'there is no "__proto__"'],
  ]
  for (const [request, path, says] of mistakes) {
    it(`${JSON.stringify(request)} is refused`, () => {
      expect(() => readWait(request)).toThrow(refused(path, says))
    })
  }
})

describe('the inbox of a wait', () => {
  const read = (inbox: string) => () => readWait({ match: {}, inbox }, ['mailhold.test'])

  it('has no capitals, however it is asked for', () => {
    expect(read('W9')().scope.inbox).toBe('w9')
  })

  it.each(['w9.mailhold.test', 'ada@w9.mailhold.test', 'Ada@W9.Mailhold.test', ' w9 '])(
    'is told to who asks for "%s"',
    (asked) => {
      expect(read(asked)).toThrow(
        expect.objectContaining({
          message: `"inbox" must be an inbox: a-z, 0-9 and -, at most 40, not all; got "${asked}"; did you mean "w9"?`,
          details: { path: 'inbox', suggestion: 'w9' },
        }),
      )
    },
  )

  it.each(['ada@example.com', 'mailhold.test', 'a.b.mailhold.test', 'ada@all.mailhold.test'])(
    'is not guessed from "%s"',
    (asked) => {
      expect(read(asked)).toThrow(expect.objectContaining({ details: { path: 'inbox' } }))
    },
  )
})

describe('an assertion', () => {
  it('lends its expectations where and how long to look', () => {
    const { plans, order } = readAssertion({
      inbox: 'w1',
      timeout: '2s',
      order: 'strict',
      expectations: [{ match: {} }, { match: {}, timeout: '3s' }],
    })

    expect(plans.map(({ scope }) => [scope.inbox, scope.timeout])).toEqual([
      ['w1', 2000],
      ['w1', 3000],
    ])
    expect(order).toBe('strict')
  })

  it('brings at most fifty patterns', () => {
    const each = Array.from({ length: 10 }, () => ({
      subject: { matches: 'a' },
      body: { not: { matches: 'b' } },
    }))
    const expectations = [1, 2, 3].map(() => ({ match: {}, each }))

    expect(() => readAssertion({ expectations })).toThrow(
      refused('', 'at most 50 patterns in one request, got 60'),
    )
  })

  it('of any depth is refused without falling over', () => {
    const deep: unknown = JSON.parse(`${'{"not":'.repeat(100_000)}1${'}'.repeat(100_000)}`)

    expect(() => readAssertion({ expectations: [{ match: { subject: deep } }] })).toThrow(/four deep/)
    expect(() => readAssertion({ expectations: [{ match: {}, count: [deep] }] })).toThrow(
      /a whole number, or/,
    )
  })

  const mistakes: readonly (readonly [request: unknown, path: string, says: string])[] = [
    [{ expectations: [] }, 'expectations', '1 to 100'],
    [{ match: {} }, 'match', '{"expectations": [{"match": …}]}; POST /v1/wait takes one alone'],
    [{ subject: 'x' }, 'subject', '{"expectations": [{"match": {"subject": …}}]}'],
    [{ expectations: [{ subject: 'x' }] }, 'expectations[0].subject', 'criteria stand in "match"'],
    [{ lists: [] }, 'lists', 'there are expectations, order'],
    [{ settle: '3s', expectations: [{ match: {}, timeout: '2s' }] }, 'settle', '3 s of quiet do not fit'],
    [
      { expectations: [{ match: {}, settle: '3s', timeout: '2s' }] },
      'expectations[0].settle',
      '3 s of quiet do not fit',
    ],
    [
      { expectations: [{ match: {} }, { match: { subjct: 'x' } }] },
      'expectations[1].match.subjct',
      'subject',
    ],
    [{ expectations: [{ match: {} }], order: 'any' }, 'order', 'must be "strict"'],
    [{ expectations: [{ match: {} }], inbox: 'w_9' }, 'inbox', 'must be an inbox'],
    [{ expectations: [{ match: {}, inbox: 'w_9' }] }, 'expectations[0].inbox', 'must be an inbox'],
  ]
  for (const [request, path, says] of mistakes) {
    it(`${JSON.stringify(request)} is refused`, () => {
      expect(() => readAssertion(request)).toThrow(refused(path, says))
    })
  }
})

describe('a wait in a query string', () => {
  const read = (query: string) => waitFromQuery(new URLSearchParams(query))

  it('takes what the body takes, and q and print', () => {
    const { plan, q, print } = read(
      'inbox=w1&timeout=2s&count.min=2&subject.contains=Confirm&to=a@x.test&until.subject=End&q=tag:x&print=code',
    )

    expect(plan.scope.inbox).toBe('w1')
    expect(plan.scope.timeout).toBe(2000)
    expect(plan.count).toEqual({ min: 2 })
    expect(plan.match.criteria.map(({ path, operator }) => [path, operator])).toEqual([
      ['subject', 'contains'],
      ['to', 'equals'],
    ])
    expect(plan.until?.criteria.map(({ path }) => path)).toEqual(['subject'])
    expect([q, print]).toEqual(['tag:x', 'code'])
  })

  const mistakes: readonly (readonly [query: string, path: string, says: string])[] = [
    ['subjct=x', 'subjct', 'did you mean "subject"?'],
    ['timout=1s', 'timout', 'did you mean "timeout"?'],
    ['subject.contain=x', 'subject.contain', 'did you mean "contains"?'],
    ['until.subjct=x', 'until.subjct', 'did you mean "subject"?'],
    ['timeout=1s&timeout=2s', 'timeout', 'given twice'],
    ['count=two', 'count', 'whole number'],
    ['match.subject=x', 'match.subject', 'criteria stand by themselves in a query string'],
    ['each.code=1', 'each.code', 'POST /v1/wait takes it'],
    ['expectations=x', 'expectations', 'POST /v1/assert'],
    ['sender=x', 'sender', 'did you mean "from"?'],
    ['header.X-Mailer=PHP', 'header.X-Mailer', 'header.name=X-Mailer&header.contains=PHP'],
    ['count=1&count.max=2', 'count', 'one or the other'],
    ['__proto__=1', '__proto__', 'there is no "__proto__"'],
  ]
  for (const [query, path, says] of mistakes) {
    it(`${query} is refused`, () => {
      expect(() => read(query)).toThrow(refused(path, says))
    })
  }
})

it.each([
  ['0s', 0],
  ['500ms', 500],
  ['10s', 10_000],
  ['1.5s', 1500],
  ['1m', 60_000],
])('%s is %d milliseconds', (text, milliseconds) => {
  expect(readDuration(text, 'timeout', { most: 60_000, rule: 'is at most' })).toBe(milliseconds)
})

it.each(['', '10', 's', '-1s', '1 s', '1h', '1e3s', '٣s'])('"%s" is no duration', (text) => {
  expect(() => readDuration(text, 'timeout', { most: 60_000, rule: 'is at most' })).toThrow(
    'must be a duration',
  )
})

it('counts are told in words', () => {
  const counts = [{ min: 1 }, { min: 2, max: 2 }, { min: 0, max: 0 }, { min: 0, max: 3 }, { min: 1, max: 3 }]

  expect(counts.map(countInWords)).toEqual(['at least 1', 'exactly 2', 'no', 'at most 3', '1 to 3'])
})
