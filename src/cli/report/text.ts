// For people: the server's story.

import { printableText } from '../printable.js'
import type { Report } from './report.js'

export const text = (report: Report): string => `${printableText(report.text).trimEnd()}\n`
