// A new fault rule. What is wrong with it the server says best.

import { type FormEvent, type ReactNode, useState } from 'react'
import type { FaultStage, NewFault } from '../../src/wire/fault.js'
import { settingsText } from '../text/settings.js'
import { Button } from '../ui/button.js'

interface FaultFormProps {
  /** what the server said of the last one; `''` for nothing */
  readonly error: string
  readonly onAdd: (rule: NewFault) => void
}

const stages: readonly FaultStage[] = ['connect', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'accept']
type Action = keyof typeof settingsText.actions
// the keys of a literal are its names
const actions = Object.keys(settingsText.actions) as Action[]
const usual: Readonly<Record<Action, string>> = {
  reply: '451 4.3.0 try later',
  delay: '2s',
  drop: '',
  dropAfterKeep: '',
}

export function FaultForm({ error, onAdd }: FaultFormProps): ReactNode {
  const [stage, setStage] = useState<FaultStage>('rcpt')
  const [action, setAction] = useState<Action>('reply')
  const [value, setValue] = useState(usual.reply)
  const [inbox, setInbox] = useState('')
  const [times, setTimes] = useState('1')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    onAdd({
      stage,
      do: action === 'reply' || action === 'delay' ? { [action]: value } : { [action]: true },
      ...(inbox.trim() !== '' && { where: { inbox: inbox.trim() } }),
      ...(times.trim() !== '' && { times: Number(times) }),
    })
  }
  return (
    <form className="fault-form" onSubmit={add}>
      <Labelled name={settingsText.stage}>
        <select
          className="field"
          value={stage}
          onChange={({ target }) => setStage(stages.find((one) => one === target.value) ?? 'rcpt')}
        >
          {stages.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Labelled>
      <Labelled name={settingsText.action}>
        <select
          className="field"
          value={action}
          onChange={({ target }) => {
            const next = actions.find((one) => one === target.value) ?? 'reply'
            setAction(next)
            setValue(usual[next])
          }}
        >
          {actions.map((one) => (
            <option key={one} value={one}>
              {settingsText.actions[one]}
            </option>
          ))}
        </select>
      </Labelled>
      {usual[action] !== '' && (
        <Labelled name={settingsText.value}>
          <input className="field" value={value} onChange={({ target }) => setValue(target.value)} />
        </Labelled>
      )}
      <Labelled name={settingsText.inbox}>
        <input
          className="field"
          placeholder={settingsText.anyInbox}
          value={inbox}
          onChange={({ target }) => setInbox(target.value)}
        />
      </Labelled>
      <Labelled name={settingsText.times}>
        <input
          className="field"
          inputMode="numeric"
          placeholder={settingsText.forEver}
          value={times}
          onChange={({ target }) => setTimes(target.value)}
        />
      </Labelled>
      <Button type="submit">{settingsText.addFault}</Button>
      {error !== '' && (
        <p role="alert" className="fault-error">
          {error}
        </p>
      )}
    </form>
  )
}

const Labelled = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
  <label className="labelled">
    <span>{name}</span>
    {children}
  </label>
)
