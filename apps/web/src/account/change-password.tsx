'use client'

import { type SubmitEvent, useRef, useState } from 'react'
import { Button } from '../components/ui/button.tsx'
import { Field } from '../components/ui/field.tsx'
import { Input } from '../components/ui/input.tsx'
import { Notice } from '../components/ui/notice.tsx'
import { NewPasswordField } from '../sign-in/new-password-field.tsx'
import { describeCallFailure } from '../trpc/failure.ts'
import { failureMessage } from '../trpc/failure-message.ts'
import { callSession } from '../trpc/session-call.ts'
import { Section } from './section.tsx'

interface Refusal {
  readonly field: 'current' | 'new' | null
  readonly words: string
}

const refusalOf = (error: unknown): Refusal => {
  const code = describeCallFailure(error)?.code
  if (code === 'sign_in.refused') return { field: 'current', words: 'The password is incorrect.' }
  return { field: code === 'password.too_short' ? 'new' : null, words: failureMessage(error) }
}

/** A new password for who knows the old one. This browser stays signed in, all others end. */
export const ChangePassword = () => {
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const current = useRef<HTMLInputElement>(null)

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    const form = event.currentTarget
    const data = new FormData(form)
    setState('busy')
    setRefusal(null)
    try {
      await callSession('/password', {
        currentPassword: data.get('currentPassword'),
        newPassword: data.get('newPassword'),
      })
      form.reset()
      setState('done')
    } catch (error) {
      const refused = refusalOf(error)
      setRefusal(refused)
      setState('asking')
      if (refused.field === 'current') current.current?.select()
    }
  }

  return (
    <Section id="password" title="Password" lead="Changing it signs you out in every other browser.">
      <form className="grid max-w-sm gap-4" onSubmit={(event) => void onSubmit(event)}>
        <Field id="current-password" label="Current password">
          <Input
            ref={current}
            id="current-password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            maxLength={1000}
            aria-invalid={refusal?.field === 'current'}
          />
        </Field>
        <NewPasswordField id="new-password" isInvalid={refusal?.field === 'new'} />
        <div>
          <Button type="submit" look="primary" disabled={state === 'busy'}>
            Change password
          </Button>
        </div>
        <div role="alert" className="empty:hidden">
          {refusal !== null && <Notice tone="bad">{refusal.words}</Notice>}
        </div>
        <div role="status" className="empty:hidden">
          {state === 'done' && (
            <Notice tone="good">Password changed. You were signed out in all other browsers.</Notice>
          )}
        </div>
      </form>
    </Section>
  )
}
