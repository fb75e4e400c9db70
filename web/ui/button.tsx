// Buttons: one with words, one with a picture and a tooltip.

import './button.css'
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
  <button
    type="button"
    aria-label={label}
    data-tip={label}
    data-tip-keys={keys}
    className={`icon-button ${className}`}
    {...rest}
  >
    <Icon aria-hidden size={17} strokeWidth={1.75} />
  </button>
)
