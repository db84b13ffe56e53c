'use client'

import { useEffect } from 'react'
import { browserStore } from '#browser/browser-store.ts'
import { noteAccessEnd } from './access-end.ts'
import { keepSessionFresh } from './keep-fresh.ts'
import { leaveForSignIn, readEnd, renewSession } from './session-fetch.ts'

interface SessionKeeperProps {
  /** When the access token ends that the page was rendered with, in epoch seconds. */
  accessEnd: number
  /** How long an access token holds. */
  lifetimeSeconds: number
}

/** Renews the session ahead of time while its page is looked at. Shows nothing. */
export const SessionKeeper = ({ accessEnd, lifetimeSeconds }: SessionKeeperProps) => {
  useEffect(() => {
    noteAccessEnd(browserStore(), accessEnd)
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
  }, [accessEnd, lifetimeSeconds])
  return null
}
