'use client'

import { useEffect, useState } from 'react'
import { Button } from '../components/ui/button.tsx'
import { EmptyState } from '../components/ui/empty-state.tsx'
import { signInHref } from '../navigation/next-path.ts'

/** Renews a session whose access token is too old, then loads the page that was asked for. */
export const RefreshSession = () => {
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    const renew = async (): Promise<void> => {
      try {
        const response = await fetch('/api/session/refresh', {
          method: 'POST',
          headers: { 'x-app': '1', 'content-type': 'application/json' },
          body: '{}',
        })
        const { location } = globalThis
        if (response.ok) location.reload()
        else if (response.status === 401) location.replace(signInHref(`${location.pathname}${location.search}`))
        else setHasFailed(true)
      } catch {
        setHasFailed(true)
      }
    }
    void renew()
  }, [])
  return (
    <main className="grid min-h-dvh place-items-center">
      {hasFailed ? (
        <EmptyState
          title="No answer from the server"
          action={<Button onClick={() => globalThis.location.reload()}>Try again</Button>}
        >
          You are still signed in. Check the connection and try again.
        </EmptyState>
      ) : (
        <p role="status" className="text-ink-soft">
          One moment…
        </p>
      )}
    </main>
  )
}
