'use client'

import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/ui/button.tsx'

export const SignOutButton = () => {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const signOut = async (): Promise<void> => {
    setState('busy')
    try {
      const response = await fetch('/api/session/sign-out', {
        method: 'POST',
        headers: { 'x-app': '1', 'content-type': 'application/json' },
        body: '{}',
      })
      if (response.ok) globalThis.location.assign('/sign-in')
      else setState('failed')
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
      {state === 'failed' ? 'Not signed out: try again' : 'Sign out'}
    </Button>
  )
}
