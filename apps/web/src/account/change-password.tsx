'use client'

import { accountTexts } from '@afterword/language/texts/account/texts'
import { passwordTexts } from '@afterword/language/texts/password/texts'
import { passwordLength } from '@afterword/validation/session/rules'
import { type SubmitEvent, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { Notice } from '#ui/notice.tsx'
import { type FormFailure, useFormFailure } from '#ui/use-form-failure.tsx'
import { NewPasswordField } from '#sign-in/new-password-field.tsx'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from '#session/session-call.ts'
import { Section } from './section.tsx'

const { password: texts } = accountTexts

const refusalOf = (error: unknown): FormFailure => {
  const code = describeCallFailure(error)?.code
  if (code === 'sign_in.refused') return { field: 'currentPassword', words: passwordTexts.wrong }
  return { field: code === 'password.too_short' ? 'newPassword' : null, words: failureMessage(error) }
}

/** Sets a new password for a person who enters the current one. This browser stays signed in, all others end. */
export const ChangePassword = () => {
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking')
  const { form, setFailure, errorOf, general } = useFormFailure()

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    const typed = event.currentTarget
    const data = new FormData(typed)
    setState('busy')
    setFailure(null)
    try {
      await callSession('/password', {
        currentPassword: data.get('currentPassword'),
        newPassword: data.get('newPassword'),
      })
      typed.reset()
      setState('done')
    } catch (error) {
      setFailure(refusalOf(error))
      setState('asking')
    }
  }

  return (
    <Section id="password" title={texts.title} lead={texts.changeLead}>
      <form ref={form} className="grid max-w-sm gap-4" onSubmit={(event) => void onSubmit(event)}>
        {general}
        <Field id="current-password" label={texts.current} error={errorOf('currentPassword')}>
          <Input
            id="current-password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            maxLength={passwordLength.most}
            aria-describedby={describedBy('current-password')}
            aria-invalid={errorOf('currentPassword') !== null}
          />
        </Field>
        <NewPasswordField id="new-password" error={errorOf('newPassword')} />
        <div>
          <Button type="submit" look="primary" disabled={state === 'busy'}>
            {texts.change}
          </Button>
        </div>
        <div role="status" className="empty:hidden">
          {state === 'done' && <Notice tone="good">{texts.changed}</Notice>}
        </div>
      </form>
    </Section>
  )
}
