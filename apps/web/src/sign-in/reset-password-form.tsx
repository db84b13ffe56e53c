'use client'

import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormFailure } from '#ui/use-form-failure.tsx'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from '#session/session-call.ts'
import { NewPasswordField } from './new-password-field.tsx'

const PasswordIsSet = () => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} role="status" className="grid gap-4 outline-none">
      <Notice tone="good">{texts.newPassword.saved}</Notice>
      <ButtonLink look="primary" href="/sign-in">
        {texts.signIn}
      </ButtonLink>
    </div>
  )
}

/** The link is used, too old or unknown. */
export const ResetLinkGone = () => (
  <div role="alert" className="grid gap-4">
    <Notice tone="waiting">{texts.link.gone}</Notice>
    <ButtonLink look="primary" href="/forgot-password">
      {texts.link.requestNew}
    </ButtonLink>
  </div>
)

interface Answer {
  /** Whether it was their first password, which signs them in. */
  readonly isSignedIn?: unknown
}

/** Sets the new password with what the mailed link holds. Opening the page changes nothing. */
export const ResetPasswordForm = ({ token }: { token: string }) => {
  const [state, setState] = useState<'asking' | 'busy' | 'done' | 'gone'>('asking')
  const { form, setFailure, errorOf, general } = useFormFailure()
  const isAlive = useIsAlive()

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    const newPassword = new FormData(event.currentTarget).get('newPassword')
    setState('busy')
    try {
      const answer = Object(await callSession('/password-reset/complete', { token, newPassword })) as Answer
      // A whole page load: every part of the next page sees the new session.
      if (answer.isSignedIn === true) globalThis.location.assign('/admin')
      else setState('done')
    } catch (error) {
      const code = describeCallFailure(error)?.code
      setFailure({ field: code === 'password.too_short' ? 'newPassword' : null, words: failureMessage(error) })
      setState(code === 'sign_in_link.not_found' ? 'gone' : 'asking')
    }
  }

  if (state === 'done') return <PasswordIsSet />
  if (state === 'gone') return <ResetLinkGone />
  return (
    <form ref={form} className="grid gap-4" onSubmit={(event) => void onSubmit(event)}>
      {general}
      <NewPasswordField id="new-password" error={errorOf('newPassword')} />
      <Button type="submit" look="primary" disabled={state === 'busy' || !isAlive}>
        {texts.newPassword.save}
      </Button>
    </form>
  )
}
