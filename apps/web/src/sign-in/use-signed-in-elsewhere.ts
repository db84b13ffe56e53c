'use client'

import { useEffect } from 'react'
import { readEnd } from '#session/session-fetch.ts'

/**
 * Goes to the next page when a person has signed in in another tab since this page was opened: six tabs that all
 * ended up here need one password. Only a changed marker counts, so that nothing can go round in circles.
 */
export const useSignedInElsewhere = (nextPath: string): void => {
  useEffect(() => {
    const atFirst = readEnd()
    const look = (): void => {
      const end = readEnd()
      if (document.visibilityState === 'visible' && end !== null && end !== atFirst) {
        globalThis.location.assign(nextPath)
      }
    }
    document.addEventListener('visibilitychange', look)
    // Another tab has noted its token's end.
    globalThis.addEventListener('storage', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      globalThis.removeEventListener('storage', look)
    }
  }, [nextPath])
}
