import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const base =
  'inline-flex max-w-full items-center justify-center gap-2 text-center sm:shrink-0 rounded-lg border font-semibold no-underline transition-colors ' +
  'disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60 ' +
  '[&_svg]:size-4 [&_svg]:shrink-0'

const looks = {
  primary: 'border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  quiet:
    'border-transparent bg-transparent text-ink-soft enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink',
  danger: 'border-line-strong bg-surface text-red enabled:hover:bg-red-soft',
} as const

const sizes = {
  small: 'min-h-8 px-2.5 whitespace-nowrap py-1 text-sm pointer-coarse:min-h-11',
  medium: 'min-h-10 px-3.5 py-2 text-md pointer-coarse:min-h-11',
  large: 'min-h-12 px-5 py-2.5 text-lg',
  /** A square for one icon. */
  icon: 'size-8 pointer-coarse:size-11',
} as const

interface ButtonLook {
  look?: keyof typeof looks | undefined
  size?: keyof typeof sizes | undefined
}

const styleOf = ({ look = 'secondary', size = 'medium' }: ButtonLook, className?: string): string =>
  cn(base, looks[look], sizes[size], className)

export const Button = ({ className, look, size, ...props }: ComponentProps<'button'> & ButtonLook) => (
  <button type="button" className={styleOf({ look, size }, className)} {...props} />
)

/** A link that looks like a button: it leads somewhere, it does nothing. */
export const ButtonLink = ({ className, look, size, ...props }: ComponentProps<'a'> & ButtonLook) => (
  // oxlint-disable-next-line jsx-a11y/anchor-has-content -- its content comes with the props
  <a className={styleOf({ look, size }, className)} {...props} />
)
