// The client for the libraries that run in Node alone: the same, over Node's own http.

import { type Client, type ClientOptions, createClient as create } from './client.js'
import { fetchInNode } from './http/fetch-in-node.js'

export * from './client.js'

/** As the client's own, which see; `fetch` is `node:http` unless given. */
export const createClient = (options: ClientOptions = {}): Client =>
  create({ fetch: fetchInNode, ...options })
