// The page of the API, made from the OpenAPI document: a section for each group of routes, then the shapes.

import type { OpenApi, Operation, Parameter, Schema } from './open-api.js'
import { cell, typeText } from './type-text.js'

interface Route {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** Our own routes; those that answer for other programs stand on a page of their own. */
const isOurs = (path: string): boolean => path.startsWith('/v1/') || /^\/(?:livez|readyz|metrics)$/.test(path)

export function apiMarkdown(document: OpenApi): string {
  const routes = routesOf(document)
  const groups = [...new Set(routes.map(groupOf))]
  return [
    ...groups.flatMap((group) => [
      `## Routes: ${group}`,
      ...routes.filter((route) => groupOf(route) === group).map(routeText),
    ]),
    '## Shapes',
    'A member whose name has a `?` may be absent.',
    ...Object.entries(document.components.schemas)
      .filter(([name]) => isReached(name, document))
      .map(shapeText),
  ].join('\n\n')
}

function routesOf({ paths }: OpenApi): readonly Route[] {
  return Object.entries(paths)
    .filter(([path]) => isOurs(path))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    )
    .filter(({ method }) => method !== 'HEAD')
}

const groupOf = ({ operation }: Route): string => operation.tags?.[0] ?? 'others'

function routeText({ method, path, operation }: Route): string {
  const { summary = '', description, parameters = [] } = operation
  return [
    `### ${method} ${path}`,
    `${summary}.${description ? ` ${description}` : ''}`,
    ...(parameters.length > 0 ? [parameterTable(parameters)] : []),
    ...bodyText(operation),
    answerText(operation),
  ].join('\n\n')
}

function parameterTable(parameters: readonly Parameter[]): string {
  const rows = parameters.map(({ name, in: where, required, schema, description }) => {
    const usual = schema?.default === undefined ? '' : `; \`${JSON.stringify(schema.default)}\` if absent`
    const place = where === 'path' ? 'path' : `query${required ? ', needed' : ''}`
    return `| \`${name}\` | ${place} | ${cell(typeText(schema))}${usual} | ${cell(description ?? schema?.description ?? '')} |`
  })
  return ['| parameter | where | type | meaning |', '|---|---|---|---|', ...rows].join('\n')
}

function bodyText({ requestBody }: Operation): readonly string[] {
  if (!requestBody) return []
  const forms = Object.entries(requestBody.content).map(([type, { schema }]) => contentText(type, schema))
  return [`Body: ${forms.join('; or ')}.`]
}

function answerText({ responses }: Operation): string {
  const rows = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content = {} }]) => {
      const forms = Object.entries(content).map(([type, { schema }]) => contentText(type, schema))
      return `\`${status}\` ${forms.join(' or ') || 'no body'}`
    })
  return `Answers: ${rows.join('; ')}.`
}

const contentText = (type: string, schema: Schema | undefined): string =>
  schema?.$ref ? `${typeText(schema)}` : `\`${type}\``

function shapeText([name, schema]: readonly [string, Schema]): string {
  const rows = Object.entries(schema.properties ?? {}).map(([member, one]) => {
    const mark = schema.required?.includes(member) ? '' : '?'
    return `| \`${member}\`${mark} | ${cell(typeText(one))} | ${cell(one.description ?? '')} |`
  })
  const about = schema.description ? [`${schema.description}`] : []
  return [`### ${name}`, ...about, ['| member | type | meaning |', '|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  )
}

/** Whether a route of ours, or a shape, refers to it. */
function isReached(name: string, { paths, components }: OpenApi): boolean {
  const ours = Object.entries(paths).filter(([path]) => isOurs(path))
  return JSON.stringify([ours, components]).includes(`"#/components/schemas/${name}"`)
}
