'use client'

import { useEffect } from 'react'
import { keepSessionFresh } from './keep-fresh.ts'
import { leaveForSignIn, readEnd, renewSession } from './session-fetch.ts'

/** Renews the session ahead of time while its page is looked at. Shows nothing. */
export const SessionKeeper = ({ lifetimeSeconds }: { lifetimeSeconds: number }) => {
  useEffect(() => {
    const { look, stop } = keepSessionFresh({
      renew: renewSession,
      readEnd,
      onEnded: leaveForSignIn,
      isVisible: () => document.visibilityState === 'visible',
      lifetimeSeconds,
      random: Math.random,
    })
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      stop()
    }
  }, [lifetimeSeconds])
  return null
}
