import type { ReactNode } from 'react'
import { cn } from '../../style/cn.ts'

interface FieldProps {
  /** The id of the one control inside. */
  id: string
  label: ReactNode
  hint?: ReactNode
  /** Stands after the control, at the right: a counter. */
  note?: ReactNode
  error?: string | null | undefined
  className?: string
  children: ReactNode
}

/** What `aria-describedby` of a field's control names. */
export const describedBy = (id: string): string => `${id}-hint ${id}-error`

export const Field = ({ id, label, hint, note, error, className, children }: FieldProps) => (
  <div className={cn('grid gap-1.5', className)}>
    <label htmlFor={id} className="font-semibold">
      {label}
    </label>
    {children}
    <div className="hidden justify-between gap-4 text-sm text-ink-soft has-[p:not(:empty),span:not(:empty)]:flex">
      <div className="min-w-0">
        <p id={`${id}-error`} className="font-semibold text-red empty:hidden">
          {error}
        </p>
        <p id={`${id}-hint`} className="empty:hidden">
          {hint}
        </p>
      </div>
      {note}
    </div>
  </div>
)
