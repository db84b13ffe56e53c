'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keptStorage } from './kept-storage.ts'

const OwnerContext = createContext('')

interface KeptOwnerProps {
  person: string
  /** Null for an operator. */
  shopId: string | null
  children: ReactNode
}

/** Says for which person, acting for which shop, the fields below keep what is typed. */
export const KeptOwner = ({ person, shopId, children }: KeptOwnerProps) => {
  useEffect(() => keptStorage.forgetOthers(person), [person])
  const owner = `${person} ${shopId ?? ''}`
  return <OwnerContext value={owner}>{children}</OwnerContext>
}

/** What a field has kept from before a sign-in; null while nothing is. */
type Kept<Value> = readonly [value: Value | null, keep: (value: Value | null) => void]

/**
 * State that survives being led to sign-in and back, and a reload: kept in this tab as it is typed. Keep null when it
 * was sent or discarded.
 *
 * @param name  Page and subject, e.g. `reply.rev_…`.
 * @param read  Makes a value of what was stored, or null of what is none.
 */
export const useKept = <Value,>(name: string, read: (stored: unknown) => Value | null): Kept<Value> => {
  const owner = useContext(OwnerContext)
  const [value, setValue] = useState<Value | null>(null)
  useEffect(() => {
    setValue(read(keptStorage.read(owner, name)))
    // oxlint-disable-next-line react/exhaustive-deps -- what `read` makes of it does not change with the render
  }, [owner, name])
  return [
    value,
    (next) => {
      setValue(next)
      keptStorage.write(owner, name, next)
    },
  ]
}

const readText = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

export const useKeptText = (name: string): Kept<string> => useKept(name, readText)

/** What is kept, for code outside of its field. */
export const useKeptNames = () => {
  const owner = useContext(OwnerContext)
  return useMemo(
    () => ({
      list: (begins: string) => keptStorage.list(owner, begins),
      readText: (name: string) => readText(keptStorage.read(owner, name)),
      keep: (name: string, value: string) => keptStorage.write(owner, name, value),
      forget: (name: string) => keptStorage.write(owner, name, null),
    }),
    [owner],
  )
}
