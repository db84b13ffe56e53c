import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { fieldStyle } from './input.tsx'

/** The platform's own list: right on every phone and with every screen reader. */
export const Select = ({ className, children, ...props }: ComponentProps<'select'>) => (
  <span className={cn('relative inline-flex', className)}>
    <select
      className={cn(fieldStyle, 'min-h-10 appearance-none truncate py-1.5 pr-9 text-md pointer-coarse:min-h-11')}
      {...props}
    >
      {children}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-soft"
    />
  </span>
)
