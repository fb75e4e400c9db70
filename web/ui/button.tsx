// Buttons: one with words, one with a picture and a tooltip.

import './button.css'
import { Tooltip } from '@base-ui/react/tooltip'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'solid' | 'danger'
}

export const Button = ({ look = 'plain', className = '', ...rest }: ButtonProps): ReactNode => (
  <button type="button" className={`button button-${look} ${className}`} {...rest} />
)

interface IconButtonProps extends ComponentProps<'button'> {
  /** its name for those who hear the page, and its tooltip */
  readonly label: string
  readonly icon: LucideIcon
  /** shown behind the label: `#` */
  readonly keys?: string
}

export const IconButton = ({
  label,
  icon: Icon,
  keys,
  className = '',
  ...rest
}: IconButtonProps): ReactNode => (
  <Tooltip.Root>
    <Tooltip.Trigger
      render={<button type="button" aria-label={label} className={`icon-button ${className}`} {...rest} />}
    >
      <Icon aria-hidden size={17} strokeWidth={1.75} />
    </Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Positioner sideOffset={6}>
        <Tooltip.Popup className="tooltip">
          {label}
          {keys && <kbd>{keys}</kbd>}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  </Tooltip.Root>
)
