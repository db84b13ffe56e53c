import type { ComponentProps } from 'react'
import { cn } from '../../style/cn.ts'

/** The frame that all fields share. */
export const fieldStyle = [
  'w-full rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-soft',
  'disabled:opacity-60 aria-invalid:border-red',
  // Phones zoom into a field whose text is under 16 px.
  'pointer-coarse:text-lg',
]

export const Input = ({ className, ...props }: ComponentProps<'input'>) => (
  <input className={cn(fieldStyle, 'min-h-10 py-2 text-md pointer-coarse:min-h-11', className)} {...props} />
)
