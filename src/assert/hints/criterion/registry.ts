// Every hint about a criterion, the surest first: the first that applies is told.

import type { CriterionHint } from '../criterion-hint.js'
import { noAttachments, noBody, noHtml, noText, otherHeader, wrongSize } from './absent.js'
import { displayName, otherAddressField, otherDomain, plusTag } from './address-hints.js'
import { addressList, blankForPlus, otherSpellingOfDomain } from './address-spelling.js'
import { differentLinks, noCodes, noLinks, notSeenAsCode, partOfHref } from './link-hints.js'
import {
  accentsOnly,
  caseOnly,
  invisibleOnly,
  severalOnly,
  unicodeFormOnly,
  whiteSpaceOnly,
} from './only-differs.js'
import {
  entitiesInHtml,
  inBodyNotSubject,
  inHtmlNotText,
  inSubjectNotBody,
  inTextNotHtml,
} from './other-body.js'
import { containsWould, patternAsText, slashesInPattern, starOutsideGlob } from './other-operator.js'
import { outOfTime } from './out-of-time.js'

export const criterionHints: readonly CriterionHint[] = [
  outOfTime,
  caseOnly,
  whiteSpaceOnly,
  invisibleOnly,
  unicodeFormOnly,
  accentsOnly,
  starOutsideGlob,
  blankForPlus,
  addressList,
  otherSpellingOfDomain,
  plusTag,
  displayName,
  otherAddressField,
  otherDomain,
  containsWould,
  patternAsText,
  slashesInPattern,
  inHtmlNotText,
  entitiesInHtml,
  inTextNotHtml,
  inSubjectNotBody,
  inBodyNotSubject,
  noLinks,
  differentLinks,
  partOfHref,
  notSeenAsCode,
  noCodes,
  noAttachments,
  otherHeader,
  noBody,
  noHtml,
  noText,
  wrongSize,
  severalOnly,
]
