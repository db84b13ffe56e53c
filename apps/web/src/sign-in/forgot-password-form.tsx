'use client'

import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import { mostEmailLength } from '@afterword/validation/primitives/email'
import { type SubmitEvent, useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormFailure } from '#ui/use-form-failure.tsx'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from '#session/session-call.ts'

/** Asks for a mail with a link to choose a new password. The answer is the same for every address. */
export const ForgotPasswordForm = () => {
  const [state, setState] = useState<'asking' | 'busy' | 'sent'>('asking')
  const { form, setFailure, errorOf, general } = useFormFailure()
  const isAlive = useIsAlive()

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    const email = new FormData(event.currentTarget).get('email')
    setState('busy')
    try {
      await callSession('/password-reset', { email: typeof email === 'string' ? email.trim() : '' })
      setFailure(null)
      setState('sent')
    } catch (error) {
      const isAddress = describeCallFailure(error)?.code === 'email.invalid'
      setFailure({ field: isAddress ? 'email' : null, words: failureMessage(error) })
      setState('asking')
    }
  }

  return (
    <form ref={form} className="grid gap-4" onSubmit={(event) => void onSubmit(event)}>
      {general}
      <div role="status" className="empty:hidden">
        {state === 'sent' && <Notice tone="good">{texts.newPassword.sent}</Notice>}
      </div>
      <Field id="email" label={texts.email} error={errorOf('email')}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={mostEmailLength}
          aria-describedby={describedBy('email')}
          aria-invalid={errorOf('email') !== null}
        />
      </Field>
      <Button type="submit" look="primary" disabled={state === 'busy' || !isAlive}>
        {state === 'sent' ? texts.newPassword.sendAgain : texts.newPassword.send}
      </Button>
      <ButtonLink look="quiet" href="/sign-in">
        {texts.newPassword.back}
      </ButtonLink>
    </form>
  )
}
