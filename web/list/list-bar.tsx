// What stands above the list: what it shows and how much, or what can be done to the chosen messages.

import './list-bar.css'
import {
  Bookmark,
  CheckCheck,
  Download,
  Ellipsis,
  ListChecks,
  MailOpen,
  Mail as MailUnread,
  Tag,
  Trash2,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { countText } from '../format/size.js'
import { listText } from '../text/list.js'
import { Button, IconButton } from '../ui/button.js'
import { Menu } from '../ui/menu.js'
import { TagMenu } from './tag-menu.js'
import type { Selection } from './use-selection.js'

export interface ListBarActions {
  readonly markRead: (read: boolean) => void
  readonly changeTags: (change: { readonly addTags?: string[]; readonly removeTags?: string[] }) => void
  readonly remove: () => void
  readonly exportMail: (format: 'mbox' | 'zip') => void
}

interface ListBarProps {
  readonly title: string
  readonly loaded: number
  readonly total: number | undefined
  readonly selection: Selection
  /** every tag that is in use */
  readonly tags: readonly string[]
  readonly act: ListBarActions
  /** keeps this search; absent where there is none */
  readonly onSave?: (() => void) | undefined
}

export const ListBar = (props: ListBarProps): ReactNode =>
  props.selection.isOn ? <ChosenBar {...props} /> : <ShownBar {...props} />

const ShownBar = ({ title, loaded, total, selection, act, onSave }: ListBarProps): ReactNode => (
  <div className="list-bar">
    <h2 className="list-title">
      <bdi>{title}</bdi>
      {total !== undefined && <span className="list-count">{countText(total)}</span>}
    </h2>
    {onSave && <IconButton label={listText.saveSearch} icon={Bookmark} onClick={onSave} />}
    <IconButton
      label={listText.choose}
      icon={ListChecks}
      keys="x"
      disabled={loaded === 0}
      onClick={selection.begin}
    />
    <Menu
      button={<IconButton label={listText.more} icon={Ellipsis} disabled={loaded === 0} />}
      commands={[
        { name: listText.markAllRead, icon: CheckCheck, run: () => act.markRead(true) },
        ...exportCommands(act),
        { name: listText.deleteAll, icon: Trash2, isDanger: true, run: act.remove },
      ]}
    />
  </div>
)

const exportCommands = ({ exportMail }: ListBarActions) => [
  { name: listText.exportMbox, icon: Download, run: () => exportMail('mbox') },
  { name: listText.exportZip, icon: Download, run: () => exportMail('zip') },
]

const ChosenBar = ({ loaded, total, selection, tags, act }: ListBarProps): ReactNode => {
  const { ids, isWhole } = selection
  const count = isWhole ? (total ?? loaded) : ids.size
  const hasMore = !isWhole && ids.size === loaded && total !== undefined && total > loaded
  const isNone = count === 0
  return (
    <div className="list-bar list-bar-chosen" role="toolbar" aria-label={listText.chosenLabel}>
      <IconButton label={listText.clearChoice} icon={X} keys="esc" onClick={selection.clear} />
      <span className="list-title" aria-live="polite">
        {countText(count)}
        <span className="list-chosen-word"> {listText.chosen}</span>
      </span>
      {hasMore || ids.size < loaded ? (
        <Button
          className="list-choose-all"
          onClick={hasMore ? selection.chooseWhole : selection.chooseLoaded}
        >
          {hasMore ? listText.chooseWhole(countText(total)) : listText.chooseLoaded}
        </Button>
      ) : null}
      <IconButton
        label={listText.markRead}
        icon={MailOpen}
        disabled={isNone}
        onClick={() => act.markRead(true)}
      />
      <IconButton
        label={listText.markUnread}
        icon={MailUnread}
        keys="u"
        disabled={isNone}
        onClick={() => act.markRead(false)}
      />
      <TagMenu
        button={<IconButton label={listText.tag} icon={Tag} disabled={isNone} />}
        tags={tags}
        onChange={act.changeTags}
      />
      <Menu
        button={<IconButton label={listText.exportChosen} icon={Download} disabled={isNone} />}
        commands={exportCommands(act)}
      />
      <IconButton label={listText.delete} icon={Trash2} keys="#" disabled={isNone} onClick={act.remove} />
    </div>
  )
}
