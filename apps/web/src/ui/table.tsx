import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { TableRegion } from './table-region.tsx'

/** A table that scrolls sideways by itself when the screen is narrow; reachable by keyboard. */
export const Table = ({ label, className, ...props }: ComponentProps<'table'> & { label: string }) => (
  <TableRegion label={label}>
    <table className={cn('w-full border-collapse text-left', className)} {...props} />
  </TableRegion>
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
