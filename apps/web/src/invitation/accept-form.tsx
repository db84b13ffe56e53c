'use client'

import { say } from '@afterword/language/text'
import { invitationTexts as texts } from '@afterword/language/texts/invitation/texts'
import { passwordTexts } from '@afterword/language/texts/password/texts'
import { rolesTexts } from '@afterword/language/texts/roles/texts'
import type { InvitationCard } from '@afterword/services/people/invitation/describe-invitation'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { type FormFailure, useFormFailure } from '#ui/use-form-failure.tsx'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from '#session/session-call.ts'
import { InvitationGone } from './invitation-gone.tsx'
import { type ErrorOf, NewAccountFields, PasswordProof, ProviderProof } from './proof-fields.tsx'

/** What a refusal means, and at which field. */
const failureOf = (error: unknown, { hasAccount }: InvitationCard): FormFailure => {
  const code = describeCallFailure(error)?.code
  if (code === 'sign_in.refused' && hasAccount) return { field: 'password', words: passwordTexts.wrong }
  if (code === 'input.invalid' && !hasAccount) return { field: 'name', words: texts.nameMissing }
  return { field: code === 'password.too_short' ? 'newPassword' : null, words: failureMessage(error) }
}

const Terms = ({ invitation }: { invitation: InvitationCard }) => (
  <dl className="grid gap-3 rounded-xl border border-line bg-surface p-4">
    <div>
      <dt className="text-sm text-ink-soft">{texts.for}</dt>
      <dd className="font-semibold wrap-anywhere">{invitation.email}</dd>
    </div>
    <div>
      <dt className="text-sm text-ink-soft">{texts.role}</dt>
      <dd>
        <span className="font-semibold">{say(texts.roleName, { role: rolesTexts.names[invitation.role] })}</span>{' '}
        {rolesTexts.meanings[invitation.role]}
      </dd>
    </div>
  </dl>
)

/** The fields that prove who accepts, by what is known of the invited address. */
const proofOf = (invitation: InvitationCard, token: string, errorOf: ErrorOf): ReactNode => {
  if (invitation.isYours) return null
  if (!invitation.hasAccount) return <NewAccountFields email={invitation.email} errorOf={errorOf} />
  return invitation.hasPassword ? (
    <PasswordProof email={invitation.email} error={errorOf('password')} />
  ) : (
    <ProviderProof token={token} />
  )
}

/** Accepts an invitation: a new account is made, a known one proved. */
export const AcceptForm = ({ token, invitation }: { token: string; invitation: InvitationCard }) => {
  const [state, setState] = useState<'asking' | 'busy' | 'gone'>('asking')
  const { form, setFailure, errorOf, general } = useFormFailure()
  const isAlive = useIsAlive()
  const canAccept = invitation.isYours || !invitation.hasAccount || invitation.hasPassword

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    const typed = new FormData(event.currentTarget)
    const password = typed.get('newPassword') ?? typed.get('password')
    const name = typed.get('name')
    setState('busy')
    try {
      await callSession('/invitation', {
        token,
        ...(name === null ? {} : { name }),
        ...(password === null ? {} : { password }),
      })
      globalThis.location.assign('/admin/reviews')
    } catch (error) {
      setFailure(failureOf(error, invitation))
      setState(describeCallFailure(error)?.code === 'invitation.not_found' ? 'gone' : 'asking')
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
    <form ref={form} className="grid gap-5" onSubmit={(event) => void onSubmit(event)}>
      <Terms invitation={invitation} />
      {general}
      {proofOf(invitation, token, errorOf)}
      {canAccept && (
        <Button type="submit" look="primary" disabled={state === 'busy' || !isAlive}>
          {invitation.hasAccount ? say(texts.join, { shop: invitation.shopName }) : texts.createAndJoin}
        </Button>
      )}
    </form>
  )
}
