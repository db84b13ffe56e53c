'use client'

import { useEffect, useState } from 'react'

/** The time, updated each minute, so that "2 minutes ago" stays true. Milliseconds since 1970. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
