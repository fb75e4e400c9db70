// One of a few, side by side.

import './choice.css'
import { type ReactNode, useId } from 'react'

interface ChoiceProps<Name extends string> {
  readonly label: string
  readonly value: Name
  readonly options: Readonly<Record<Name, string>>
  readonly onChange: (value: Name) => void
}

export function Choice<Name extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceProps<Name>): ReactNode {
  const group = useId()
  // the keys of a record of names are names
  const names = Object.keys(options) as Name[]
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="choice-options">
        {names.map((name) => (
          <label key={name}>
            <input type="radio" name={group} checked={name === value} onChange={() => onChange(name)} />
            <span>{options[name]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
