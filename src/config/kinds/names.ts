// Names in the network: domains, hosts that pages may be asked for under, origins, the path below which all lies.

import { type OptionKind, parser } from '../option.js'

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
const domainForm = new RegExp(`^(?:${label})(?:\\.${label})*$`, 'i')
const hostPatternForm = /^[a-z0-9*_.[\]:-]{1,253}$/i

/** Domain names, lower case. */
export const domains = listOf('<domain,…>', 'a list of domain names', (text) =>
  domainForm.test(text) && text.length < 254 ? text.toLowerCase() : undefined,
)

/** Host names, lower case; `*` stands for any characters. */
export const hostPatterns = listOf('<host,…>', 'a list of host names, * allowed', (text) =>
  hostPatternForm.test(text) ? text.toLowerCase() : undefined,
)

/** Web origins: scheme, host and port, nothing behind. */
export const origins = listOf('<origin,…>', 'a list of origins such as https://app.example:3000', (text) => {
  const origin = /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).origin : undefined
  return origin === text.toLowerCase().replace(/\/$/, '') ? origin : undefined
})

/** `''` for the root, else `/mail` without a slash at its end. */
export const basePath: OptionKind<string> = {
  flag: 'value',
  placeholder: '</path>',
  form: 'a path that begins with /, such as /mail',
  parse: parser((text) => {
    if (!/^(?:\/[a-z0-9._~-]+)*\/?$/i.test(text) || /\/\.\.?(?:\/|$)/.test(text)) return undefined
    return text.replace(/\/$/, '')
  }),
  print: (value) => value || '/',
}

function listOf(
  placeholder: string,
  form: string,
  read: (item: string) => string | undefined,
): OptionKind<readonly string[]> {
  return {
    flag: 'list',
    placeholder,
    form,
    parse: parser((text) => readList(text, read)),
    print: (value) => value.join(','),
  }
}

/** Empty text is the empty list. */
function readList(text: string, read: (item: string) => string | undefined): readonly string[] | undefined {
  if (text.trim() === '') return []
  const items = text.split(',').map((item) => read(item.trim()))
  const good = items.filter((item) => item !== undefined)
  return good.length === items.length ? [...new Set(good)] : undefined
}
