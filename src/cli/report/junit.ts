// JUnit's XML, which CI servers read: one test case for each expectation.

import { outline, type Report, seconds, type Verdict } from './report.js'

export function junit({ title, waitedMs, verdicts, text }: Report): string {
  const failures = verdicts.filter(({ failure }) => failure).length
  const counts = `tests="${verdicts.length}" failures="${failures}" errors="0" time="${seconds(waitedMs)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mailhold" ${counts}>`,
    `  <testsuite name="${attribute(title)}" ${counts}>`,
    ...verdicts.map((verdict) => testCase(verdict, title)),
    ...(failures > 0 ? [`    <system-out>${content(text)}</system-out>`] : []),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function testCase({ name, failure }: Verdict, title: string): string {
  const head = `    <testcase classname="${attribute(title)}" name="${attribute(name)}"`
  if (!failure) return `${head}/>`
  const story = outline(failure)
  const message = attribute(story.split('\n', 1)[0] ?? '')
  return `${head}>\n      <failure type="${attribute(failure.reason)}" message="${message}">${content(story)}</failure>\n    </testcase>`
}

// XML 1.0 §2.2: these may not stand in a document, not even as references
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const content = (given: string): string =>
  given.replace(forbidden, '\ufffd').replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)

/** Line ends in attributes would be read as blanks. */
const attribute = (given: string): string =>
  content(given).replace(/[\t\n\r]/g, (letter) => `&#${letter.charCodeAt(0)};`)
