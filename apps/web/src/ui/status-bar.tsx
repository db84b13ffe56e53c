import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** What the end of a page keeps free for a `StatusBar`, so that it never covers the last line for good. */
export const statusBarSpace = 'pb-24 scroll-pb-24'

/** Says what was done or why it was not, over the lower edge of the page: nothing moves when it appears. */
export const StatusBar = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div
    className={cn(
      'pointer-events-none fixed inset-x-3 bottom-3 z-30 mx-auto grid max-w-2xl gap-2 outline-none lg:left-58',
      '*:pointer-events-auto *:rounded-lg *:bg-bg *:shadow-lg',
      className,
    )}
  >
    {children}
  </div>
)
