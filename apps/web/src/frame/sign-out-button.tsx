'use client'

import { frameTexts as texts } from '@afterword/language/texts/frame/texts'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { keptStorage } from '#kept/kept-storage.ts'
import { Button } from '#ui/button.tsx'
import { fetchInTime, ownCall } from '#call/call.ts'

export const SignOutButton = () => {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const signOut = async (): Promise<void> => {
    setState('busy')
    try {
      const response = await fetchInTime('/api/session/sign-out', {
        method: 'POST',
        headers: { ...ownCall, 'content-type': 'application/json' },
        body: '{}',
      })
      if (!response.ok) return setState('failed')
      keptStorage.forgetAll()
      globalThis.location.assign('/sign-in')
    } catch {
      setState('failed')
    }
  }
  return (
    <Button
      look="quiet"
      size="small"
      disabled={state === 'busy'}
      onClick={() => void signOut()}
      className="justify-start!"
    >
      <LogOut aria-hidden />
      {state === 'failed' ? texts.signOutFailed : texts.signOut}
    </Button>
  )
}
