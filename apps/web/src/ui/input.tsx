import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** The frame that all fields share. */
export const fieldStyle =
  'w-full rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-soft ' +
  'disabled:opacity-60 aria-invalid:border-red ' +
  // Phones zoom into a field whose text is under 16 px.
  'pointer-coarse:text-lg'

const sizes = { medium: 'min-h-10 text-md pointer-coarse:min-h-11', large: 'min-h-12 text-lg' } as const

interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  /** `large` on customers' pages. */
  size?: keyof typeof sizes
}

export const Input = ({ className, size = 'medium', ...props }: InputProps) => (
  <input className={cn(fieldStyle, 'py-2', sizes[size], className)} {...props} />
)
