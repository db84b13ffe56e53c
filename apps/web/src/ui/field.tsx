import type { ReactNode } from 'react'
import { cn } from './cn.ts'

interface FieldProps {
  /** The id of the one control inside. */
  id: string
  label: ReactNode
  hint?: ReactNode
  /** An error leaves the hint where it is, because the hint says how to mend it. For errors that come after sending. */
  isHintKept?: boolean
  /** Stands after the control, at the right: a counter. */
  note?: ReactNode
  error?: string | null | undefined
  className?: string
  children: ReactNode
}

/** What `aria-describedby` of a field's control names. */
export const describedBy = (id: string): string => `${id}-hint ${id}-error`

/**
 * A control with its label, and under it a line that is always there: the hint, whose place an error takes. An error
 * that comes when the control is left moves nothing, so that the click that left it meets what it aimed at.
 */
export const Field = ({ id, label, hint, isHintKept = false, note, error, className, children }: FieldProps) => (
  <div className={cn('grid gap-1.5', className)}>
    <label htmlFor={id} className="font-semibold">
      {label}
    </label>
    {children}
    <div
      className={cn(
        'flex min-h-5 justify-between gap-4 text-sm text-ink-soft',
        // A line that is empty most of the time takes part of its room from what parts the fields.
        hint === undefined && note === undefined && '-mb-2',
      )}
    >
      <div className={cn('min-w-0', !isHintKept && 'grid *:col-start-1 *:row-start-1')}>
        <p id={`${id}-error`} className="peer font-semibold text-red">
          {error}
        </p>
        <p id={`${id}-hint`} className={cn(!isHintKept && 'peer-not-empty:invisible')}>
          {hint}
        </p>
      </div>
      {note}
    </div>
  </div>
)
