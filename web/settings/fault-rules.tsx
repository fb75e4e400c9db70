// The fault rules: what is asked for, how often it happened, and one more.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Fault, NewFault } from '../../src/wire/fault.js'
import { countText } from '../format/size.js'
import { api } from '../server/api.js'
import { sentenceOf } from '../server/failure.js'
import { settingsText } from '../text/settings.js'
import { IconButton } from '../ui/button.js'
import { FaultForm } from './fault-form.js'

const key = ['faults']

export function FaultRules(): ReactNode {
  const cache = useQueryClient()
  const again = () => cache.invalidateQueries({ queryKey: key })
  const { data = [] } = useQuery({
    queryKey: key,
    queryFn: async () => (await api.faults()).faults,
    refetchInterval: 2000,
  })
  const adding = useMutation({ mutationFn: (rule: NewFault) => api.addFault(rule), onSuccess: again })
  const removing = useMutation({ mutationFn: (id: string) => api.removeFault(id), onSettled: again })
  return (
    <section>
      <h3>{settingsText.faults}</h3>
      {data.length === 0 && <p className="settings-note">{settingsText.noFaults}</p>}
      <ul className="fault-list">
        {data.map((fault) => (
          <li key={fault.id}>
            <code className="fault-stage">{fault.stage}</code>
            <div className="fault-words">
              {whatHappens(fault)} {whom(fault) !== '' && <bdi>{settingsText.forWhom(whom(fault))}</bdi>}
              <small>
                {settingsText.fired(fault.fired, countText(fault.fired))}
                {fault.left !== null && `, ${settingsText.left(countText(fault.left))}`}
              </small>
            </div>
            <IconButton
              label={settingsText.removeFault(`${fault.stage} ${whatHappens(fault)}`)}
              icon={Trash2}
              onClick={() => removing.mutate(fault.id)}
            />
          </li>
        ))}
      </ul>
      <FaultForm error={sentenceOf(adding.error) ?? ''} onAdd={(rule) => adding.mutate(rule)} />
    </section>
  )
}

const whatHappens = ({ do: action }: Fault): string => {
  if (action.reply !== undefined) return action.reply
  if (action.delay !== undefined) return `${settingsText.actions.delay} ${action.delay}`
  return action.drop ? settingsText.actions.drop : settingsText.actions.dropAfterKeep
}

const whom = ({ where: { inbox, recipient, sender } }: Fault): string =>
  [inbox, recipient, sender].filter((name) => name !== undefined).join(' ')
