'use client'

import { useState } from 'react'

/**
 * What is wrong with a form's fields, as far as it is told yet: a field's error when the field has been left, all of
 * them when the form is sent. A value that is still being typed shows no error.
 *
 * @param errors  All errors by field, as of now.
 */
export const useLeftFields = <Name extends string>(errors: Partial<Record<Name, string>>) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const told = Object.entries(errors).filter(([name]) => left.has(name))
  return {
    shown: Object.fromEntries(told) as Partial<Record<Name, string>>,
    leave: (name: Name): void => setLeft((before) => new Set([...before, name])),
    leaveAll: (): void => setLeft(new Set(Object.keys(errors))),
    forget: (name: Name): void => setLeft((before) => new Set([...before].filter((each) => each !== name))),
  }
}
