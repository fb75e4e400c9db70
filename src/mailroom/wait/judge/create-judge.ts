// Judges mails: at once where that is quick, on a thread that can be stopped where it may not be.

import type { Considered } from '../../../assert/tally.js'
import type { Subject } from '../../../query/subject.js'
import type { Judge } from '../group.js'
import { judgeHere, type Look, withSearchResult } from '../look.js'
import { createJudgeThread, type JudgeThread } from './judge-thread.js'

export interface Judging {
  readonly judge: Judge
  /** Call for a look that will be judged soon. */
  prepare(look: Look): void
  close(): Promise<void>
}

/** Milliseconds that the patterns of one look may take on one mail. */
const patternBudget = 200
/** Characters of bodies beyond which comparing alone takes noticeable time. */
const hugeBodies = 1_000_000
const hugeBudget = 5000

export function createJudge(): Judging {
  const thread = createJudgeThread()
  return {
    judge(look, { subject }) {
      const isHuge = look.needsBodies && charactersOf(subject) > hugeBodies
      if (!look.hasPatterns && !isHuge) return judgeHere(look, subject)
      return judgeThere(thread, look, { subject, budget: isHuge ? hugeBudget : patternBudget })
    },
    prepare(look) {
      if (look.hasPatterns) thread.prepare()
    },
    close: () => thread.close(),
  }
}

const charactersOf = ({ bodies }: Subject): number => bodies.text.length + (bodies.html?.length ?? 0)

interface Mail {
  readonly subject: Subject
  readonly budget: number
}

async function judgeThere(thread: JudgeThread, look: Look, { subject, budget }: Mail): Promise<Considered> {
  const answer = await thread.judge({ written: look.written, subject: plain(subject) }, budget)
  if (answer === 'outOfTime') return judgeHere(look, withCutBodies(subject), 'outOfTime')
  const { results, isMatch, failsEach, isBarrier } = answer
  const considered = { candidate: { subject, results }, isMatch, failsEach, isBarrier }
  return withSearchResult(look, considered)
}

/** What can travel to another thread: the visible text of the HTML is made there, if it is huge. */
const plain = ({ summary, envelope, facts, bodies }: Subject): Subject => ({
  summary,
  envelope,
  facts,
  bodies: { text: bodies.text, html: bodies.html, htmlText: bodies.htmlText },
})

/** After its time is over a mail is judged by its beginning. */
function withCutBodies(subject: Subject): Subject {
  if (charactersOf(subject) <= hugeBodies) return subject
  const { text, html } = subject.bodies
  const cut = html?.slice(0, hugeBodies)
  return { ...subject, bodies: { text: text.slice(0, hugeBodies), html: cut, htmlText: cut } }
}
