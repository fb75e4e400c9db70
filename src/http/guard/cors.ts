// Answers to pages of other origins that `--cors-origin` names; nobody else gets a CORS header (Fetch standard §3.2).

import type { FastifyReply, FastifyRequest } from 'fastify'

const exposed = 'Content-Disposition, Content-Range, ETag, Location, Retry-After, X-Mailhold-Remote-Blocked'
const allowedMethods = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const allowedHeaders = 'Accept, Authorization, Content-Type, If-None-Match, Last-Event-ID, Range'

/** @param patterns origins; `*` in one stands for any characters but `/`, alone for every origin */
export function allowOrigins(patterns: readonly string[]): (origin: string) => boolean {
  const tests = patterns.map((pattern) => originTest(pattern.trim().toLowerCase().replace(/\/$/, '')))
  return (origin) => tests.some((test) => test(origin.toLowerCase()))
}

function originTest(pattern: string): (origin: string) => boolean {
  if (pattern === '*') return () => true
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.join('*')
  if (rest.length === 0) return (origin) => origin === head
  return (origin) => {
    if (!origin.startsWith(head) || !origin.endsWith(tail) || origin.length < pattern.length) return false
    return !origin.slice(head.length, origin.length - tail.length).includes('/')
  }
}

export const isPreflight = (request: FastifyRequest): boolean =>
  request.method === 'OPTIONS' &&
  request.headers.origin !== undefined &&
  request.headers['access-control-request-method'] !== undefined

/** Lets a page of this origin read the answer. */
export function permitOrigin(reply: FastifyReply, origin: string): void {
  reply.raw.setHeader('Access-Control-Allow-Origin', origin)
  reply.raw.setHeader('Access-Control-Expose-Headers', exposed)
}

export function answerPreflight(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('Access-Control-Allow-Methods', allowedMethods)
  reply.header('Access-Control-Allow-Headers', allowedHeaders)
  reply.header('Access-Control-Max-Age', '600')
  if (request.headers['access-control-request-private-network'] === 'true') {
    reply.header('Access-Control-Allow-Private-Network', 'true')
  }
  reply.code(204).send()
}
