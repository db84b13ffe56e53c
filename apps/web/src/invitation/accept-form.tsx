'use client'

import type { MemberRole } from '@afterword/validation/member'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { roleMeanings, roleNames } from '../admin/members/words.ts'
import { Button } from '../components/ui/button.tsx'
import { Notice } from '../components/ui/notice.tsx'
import { useIsAlive } from '../components/use-is-alive.ts'
import { describeCallFailure } from '../trpc/failure.ts'
import { failureMessage } from '../trpc/failure-message.ts'
import { callSession } from '../trpc/session-call.ts'
import { InvitationGone } from './invitation-gone.tsx'
import { NewAccountFields, PasswordProof, ProviderProof } from './proof-fields.tsx'

export interface InvitationView {
  readonly shopName: string
  readonly email: string
  readonly role: MemberRole
  readonly hasAccount: boolean
  readonly hasPassword: boolean
  readonly isYours: boolean
}

interface Failure {
  readonly words: string
  readonly isTooShort: boolean
}

const Terms = ({ invitation }: { invitation: InvitationView }) => (
  <dl className="grid gap-3 rounded-xl border border-line bg-surface p-4">
    <div>
      <dt className="text-sm text-ink-soft">For</dt>
      <dd className="font-semibold wrap-anywhere">{invitation.email}</dd>
    </div>
    <div>
      <dt className="text-sm text-ink-soft">Role</dt>
      <dd>
        <span className="font-semibold">{roleNames[invitation.role]}.</span> {roleMeanings[invitation.role]}
      </dd>
    </div>
  </dl>
)

/** The part that says who it is, by what is known of the invited address. */
const proofOf = (invitation: InvitationView, token: string, isTooShort: boolean): ReactNode => {
  if (invitation.isYours) return null
  if (!invitation.hasAccount) return <NewAccountFields email={invitation.email} isTooShort={isTooShort} />
  return invitation.hasPassword ? <PasswordProof email={invitation.email} /> : <ProviderProof token={token} />
}

/** Accepts an invitation: a new account is made, a known one proved. */
export const AcceptForm = ({ token, invitation }: { token: string; invitation: InvitationView }) => {
  const [state, setState] = useState<'asking' | 'busy' | 'gone'>('asking')
  const [failure, setFailure] = useState<Failure | null>(null)
  const isAlive = useIsAlive()
  const canAccept = invitation.isYours || !invitation.hasAccount || invitation.hasPassword

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    const form = new FormData(event.currentTarget)
    const password = form.get('newPassword') ?? form.get('password')
    const name = form.get('name')
    setState('busy')
    try {
      await callSession('/invitation', {
        token,
        ...(name === null ? {} : { name }),
        ...(password === null ? {} : { password }),
      })
      globalThis.location.assign('/admin/reviews')
    } catch (error) {
      const code = describeCallFailure(error)?.code
      const words =
        code === 'sign_in.refused' && invitation.hasAccount ? 'The password is incorrect.' : failureMessage(error)
      setFailure({ words, isTooShort: code === 'password.too_short' })
      setState(code === 'invitation.not_found' ? 'gone' : 'asking')
    }
  }

  if (state === 'gone') {
    return (
      <div role="alert">
        <InvitationGone />
      </div>
    )
  }
  return (
    <form className="grid gap-5" onSubmit={(event) => void onSubmit(event)}>
      <Terms invitation={invitation} />
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure.words}</Notice>}
      </div>
      {proofOf(invitation, token, failure?.isTooShort === true)}
      {canAccept && (
        <Button type="submit" look="primary" disabled={state === 'busy' || !isAlive}>
          {invitation.hasAccount ? `Join ${invitation.shopName}` : 'Create account and join'}
        </Button>
      )}
    </form>
  )
}
