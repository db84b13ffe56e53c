import type { ReactNode } from 'react'
import { cn } from '#ui/cn.ts'

/** What stands below a page's header: every page of the admin and the operator has this one width (`--container-page`). */
export const PageBody = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div data-page-body className={cn('grid max-w-page grid-cols-[minmax(0,1fr)] gap-6 px-4 pb-10 lg:px-6', className)}>
    {children}
  </div>
)
