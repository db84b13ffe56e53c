import { cn } from './cn.ts'

/** One filled star, in the current colour. */
export const StarShape = ({ className }: { className?: string }) => (
  <svg aria-hidden viewBox="0 0 24 24" fill="currentColor" className={cn('star-shape', className)}>
    <path d="M12 1.9c.4 0 .8.2 1 .6l2.6 5.5 6 .8c1 .1 1.300 1.300.6 1.900l-4.400 4.200 1.100 6c.2.9-.8 1.600-1.600 1.200L12 19.200l-5.300 2.900c-.8.4-1.800-.3-1.600-1.200l1.100-6-4.400-4.200c-.7-.6-.4-1.800.6-1.900l6-.8L11 2.500c.2-.4.6-.6 1-.6z" />
  </svg>
)
