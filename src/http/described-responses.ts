// What stands in the OpenAPI document about the answers of a route.

import type { FastifySchema } from 'fastify'
import { problemResponse } from './schema/problem.js'

const anyProblem = problemResponse('What went wrong')

/** An answer without words of its own is what the route says it does; one without a content type is JSON; every route may fail. */
export function describedResponses({ summary, response }: FastifySchema): Record<string, unknown> {
  const given = Object.entries(response ?? {})
  const described = given.map(([status, one]) => [status, describedResponse(one, summary ?? '')])
  return { ...Object.fromEntries(described), default: anyProblem }
}

function describedResponse(response: object, summary: string): object {
  const isWhole = 'content' in response || ('type' in response && response.type === 'null')
  return isWhole
    ? { description: summary, ...response }
    : { description: summary, content: { 'application/json': { schema: response } } }
}
