import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { fieldStyle } from './input.tsx'

const sizes = { medium: 'min-h-28 text-md', large: 'min-h-36 text-lg' } as const

/** Grows with its text where the browser can (`field-sizing`), and runs the way its text does. */
export const Textarea = ({
  className,
  size = 'medium',
  ...props
}: ComponentProps<'textarea'> & { size?: keyof typeof sizes }) => (
  <textarea
    dir="auto"
    className={cn(fieldStyle, 'field-sizing-content max-h-[60dvh] py-2', sizes[size], className)}
    {...props}
  />
)
