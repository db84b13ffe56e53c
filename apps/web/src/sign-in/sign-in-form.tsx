'use client'

import { useState } from 'react'
import { LinkSent } from './link-sent.tsx'
import { PasswordForm } from './password-form.tsx'
import { type Provider, ProviderButtons } from './provider-buttons.tsx'
import { useSignedInElsewhere } from './use-signed-in-elsewhere.ts'

/** The ways in: another provider, the password, or a mailed link. */
export const SignInForm = ({ nextPath, providers }: { nextPath: string; providers: readonly Provider[] }) => {
  const [email, setEmail] = useState('')
  const [isLinkSent, setIsLinkSent] = useState(false)
  useSignedInElsewhere(nextPath)
  if (isLinkSent) return <LinkSent email={email} onBack={() => setIsLinkSent(false)} />
  return (
    <div className="grid gap-3">
      <ProviderButtons providers={providers} nextPath={nextPath} />
      <PasswordForm
        nextPath={nextPath}
        email={email}
        onLinkSent={(address) => {
          setEmail(address)
          setIsLinkSent(true)
        }}
      />
    </div>
  )
}
