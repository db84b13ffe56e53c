'use client'

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Notice } from './notice.tsx'

export interface FormFailure {
  /** The name of the field that is meant; null where it is none. */
  readonly field: string | null
  readonly words: string
}

interface FormFailureView {
  /** For the form: its fields are found by their names. */
  readonly form: RefObject<HTMLFormElement | null>
  readonly setFailure: (failure: FormFailure | null) => void
  /** What a field's `error` shows. */
  readonly errorOf: (field: string) => string | null
  /** What belongs to no field; it stands above them. */
  readonly general: ReactNode
}

/** Why a form was refused, shown where it is meant: at a field, which gets the focus, or above all of them. */
export const useFormFailure = (): FormFailureView => {
  const [failure, setFailure] = useState<FormFailure | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const named = failure?.field == null ? null : form.current?.elements.namedItem(failure.field)
    if (!(named instanceof HTMLInputElement)) return
    named.focus()
    named.select()
  }, [failure])
  return {
    form,
    setFailure,
    errorOf: (field) => (failure?.field === field ? failure.words : null),
    general: (
      <div role="alert" className="empty:hidden">
        {failure?.field === null && <Notice tone="bad">{failure.words}</Notice>}
      </div>
    ),
  }
}
