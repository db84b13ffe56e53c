import type { ReactNode } from 'react'
import { cn } from './cn.ts'

interface EmptyStateProps {
  title: string
  children?: ReactNode
  action?: ReactNode
  className?: string
}

/** Says what is (not) here and what to do first. */
export const EmptyState = ({ title, children, action, className }: EmptyStateProps) => (
  <div className={cn('mx-auto grid max-w-sm justify-items-center gap-2 px-6 py-16 text-center', className)}>
    <h2 className="text-lg font-semibold">{title}</h2>
    <div className="text-ink-soft">{children}</div>
    {action !== undefined && <div className="pt-2">{action}</div>}
  </div>
)
