import { cn } from './cn.ts'

/** Stands where something will be, in its shape. The list around it says in words that it loads. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('block animate-pulse rounded-md bg-line', className)} />
)
