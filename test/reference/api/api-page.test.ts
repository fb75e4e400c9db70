import { expect, it } from 'vitest'
import { startMailhold } from '#mailhold/app/start.js'
import type { OpenApi } from './open-api.js'
import { apiMarkdown } from './page.js'

const opening = `# API

Everything under \`/v1\` speaks JSON in camelCase; times are RFC 3339 in UTC. The same as a document for programs:
\`/v1/openapi.json\` (OpenAPI 3.1); as pages to try it on: \`/docs\`. Examples that run: [README](../../README.md#the-api-in-one-minute),
[wait and assert](../assert.md), [search](search.md).

An error is \`application/problem+json\` with the shape [Problem](#problem). Any route may answer \`400\` for a wrong parameter or
member (\`detail\` names it and says what was probably meant), \`401\` where \`--http-auth\` asks for a password, \`403\` for a foreign
web page, \`404\`, \`405\` with the methods that a path takes, \`421\` for a host
name that is not allowed, and \`503\` while the server stops. A parameter that does not exist is an error, not ignored.

A cursor is a position in the order in which messages were kept; take it from one answer and give it to the next request. \`after\`
and \`before\` take a cursor or a time and leave out the place they name. \`latest\` is an id in every \`GET\` of a message.

<!-- Made from the schemas of the routes by: npm run docs -->
`

it('docs/reference/api.md shows the routes as they are', async () => {
  await using mailhold = await startMailhold({ smtp: 'off', pop3: 'off' })
  const answer = await fetch(`${mailhold.url}/v1/openapi.json`)

  const page = `${opening}\n${apiMarkdown((await answer.json()) as OpenApi)}\n`

  await expect(page).toMatchFileSnapshot('../../../docs/reference/api.md')
})
