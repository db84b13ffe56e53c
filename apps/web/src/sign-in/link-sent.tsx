'use client'

import { signInCodeDigits } from '@afterword/validation/session/rules'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { useFormFailure } from '#ui/use-form-failure.tsx'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { consumeSignInLink } from './consume-link.ts'

/** The mail is on its way: its link opens here, its code can be typed when the mail is read elsewhere. */
export const LinkSent = ({ email, onBack }: { email: string; onBack: () => void }) => {
  const { form, setFailure, errorOf, general } = useFormFailure()
  const [isBusy, setIsBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      globalThis.location.assign(await consumeSignInLink({ code: (field.current?.value ?? '').replace(/\D/g, '') }))
    } catch (error) {
      const isCode = describeCallFailure(error)?.code === 'sign_in_link.code_refused'
      setFailure({ field: isCode ? 'code' : null, words: failureMessage(error) })
      setIsBusy(false)
    }
  }

  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
          Check your email
        </h2>
        <p className="text-ink-soft">
          If <strong className="font-semibold break-words text-ink">{email}</strong> has an account, we’ve sent it a
          link. It works once, in this browser, and expires in 10 minutes.
        </p>
      </div>
      <form ref={form} className="grid gap-4" onSubmit={(event) => void onSubmit(event)}>
        {general}
        <Field
          id="code"
          error={errorOf('code')}
          label="Code from the email"
          hint="8 digits. Use it if you read your email on another device."
        >
          <Input
            ref={field}
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            // Some type it in groups.
            pattern={`\\s*(?:\\d[\\s\\-]*){${signInCodeDigits}}`}
            title="8 digits"
            aria-describedby={describedBy('code')}
            aria-invalid={errorOf('code') !== null}
            className="tracking-widest tabular-nums"
          />
        </Field>
        <Button type="submit" look="primary" disabled={isBusy}>
          Sign in with code
        </Button>
        <Button look="quiet" onClick={onBack}>
          Back to password
        </Button>
      </form>
    </section>
  )
}
