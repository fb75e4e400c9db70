// What is wrong with a mail, why that matters, and the rule that says so.

import './problems-panel.css'
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MailProblem } from '../../src/wire/message.js'
import type { PanelProps } from '../message/panel.js'
import { problemsText, problemText } from '../text/problems.js'
import { Empty } from '../ui/empty.js'
import { StrangerText } from '../ui/stranger-text.js'
import { splitRule } from './rule.js'

const icons: Readonly<Record<MailProblem['severity'], LucideIcon>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
}

export function ProblemsPanel({ message: { problems } }: PanelProps): ReactNode {
  if (problems.length === 0) {
    return (
      <Empty icon={CircleCheck} title={problemsText.none}>
        {problemsText.noneHint}
      </Empty>
    )
  }
  return (
    <ul className="problems-panel">
      {problems.map((problem, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same problem may be found twice, and the list never changes
        <ProblemItem key={at} problem={problem} />
      ))}
    </ul>
  )
}

function ProblemItem({ problem }: { readonly problem: MailProblem }): ReactNode {
  const { code, severity, message, where } = problem
  const Icon = icons[severity]
  const { sentence, rules } = splitRule(message)
  return (
    <li className="problem" data-severity={severity}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <div className="problem-words">
        <h2>
          <span className="unseen">{problemsText.severities[severity]}: </span>
          <StrangerText text={sentence} upTo={400} />
        </h2>
        <p>{problemText[code]}</p>
        <p className="problem-facts">
          <code>{code}</code>
          {where !== null && where !== '' && (
            <span>
              <StrangerText text={problemsText.where(where)} upTo={80} />
            </span>
          )}
          {rules.map(({ text, href }) => (
            <a
              key={text}
              href={href}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={problemsText.readRule(text)}
            >
              {text}
            </a>
          ))}
        </p>
      </div>
    </li>
  )
}
