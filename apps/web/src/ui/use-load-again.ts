'use client'

import { useEffect } from 'react'

const waitMs = 5_000

/**
 * Loads the page again by itself after a failure on the server, which may be over by then. One that happened in the
 * browser has no digest: it would happen again.
 */
export const useLoadAgain = (digest: string | undefined): void => {
  useEffect(() => {
    if (digest === undefined) return
    const timer = setTimeout(() => globalThis.location.reload(), waitMs)
    return () => clearTimeout(timer)
  }, [digest])
}
