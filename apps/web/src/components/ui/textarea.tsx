import type { ComponentProps } from 'react'
import { cn } from '../../style/cn.ts'
import { fieldStyle } from './input.tsx'

/** Grows with its text where the browser can (`field-sizing`). */
export const Textarea = ({ className, ...props }: ComponentProps<'textarea'>) => (
  <textarea
    className={cn(fieldStyle, 'field-sizing-content max-h-[60dvh] min-h-28 py-2 text-md', className)}
    {...props}
  />
)
