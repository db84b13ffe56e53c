import type { ComponentProps } from 'react'
import { cn } from '../../style/cn.ts'

/** A table that scrolls sideways by itself when the screen is narrow; reachable by keyboard. */
export const Table = ({ label, className, ...props }: ComponentProps<'table'> & { label: string }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard (WCAG 2.1.1)
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="relative overflow-x-auto rounded-xl border border-line bg-surface"
  >
    <table className={cn('w-full border-collapse text-left', className)} {...props} />
  </div>
)

export const Th = ({ className, ...props }: ComponentProps<'th'>) => (
  <th
    scope="col"
    className={cn('border-b border-line px-4 py-2.5 text-sm font-semibold whitespace-nowrap text-ink-soft', className)}
    {...props}
  />
)

export const Td = ({ className, ...props }: ComponentProps<'td'>) => (
  <td className={cn('border-b border-line px-4 py-3 align-top [tr:last-child>&]:border-b-0', className)} {...props} />
)
