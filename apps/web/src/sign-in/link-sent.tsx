'use client'

import { signInTexts } from '@afterword/language/texts/sign-in/texts'
import { signInCodeDigits } from '@afterword/validation/session/rules'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { sayWith } from '#ui/say-with.ts'
import { useFormFailure } from '#ui/use-form-failure.tsx'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { consumeSignInLink } from './consume-link.ts'

const { sent: texts } = signInTexts

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
          {texts.title}
        </h2>
        <p className="text-ink-soft">
          {sayWith(texts.text, { email: <strong className="font-semibold break-words text-ink">{email}</strong> })}
        </p>
      </div>
      <form ref={form} className="grid gap-4" onSubmit={(event) => void onSubmit(event)}>
        {general}
        <Field id="code" error={errorOf('code')} label={texts.code} hint={texts.codeHint}>
          <Input
            ref={field}
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            // People may type it in groups.
            pattern={`\\s*(?:\\d[\\s\\-]*){${signInCodeDigits}}`}
            title={texts.codeRule}
            aria-describedby={describedBy('code')}
            aria-invalid={errorOf('code') !== null}
            className="tracking-widest tabular-nums"
          />
        </Field>
        <Button type="submit" look="primary" disabled={isBusy}>
          {texts.signIn}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {texts.back}
        </Button>
      </form>
    </section>
  )
}
