'use client'

import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import { passwordLength } from '@afterword/validation/session/rules'
import { mostEmailLength } from '@afterword/validation/primitives/email'
import Link from 'next/link'
import { type SubmitEvent, useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { useFormFailure } from '#ui/use-form-failure.tsx'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { callSession } from '#session/session-call.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { signInWithPassword } from './ceremony.ts'
import { passwordFailureWords } from './words.ts'

interface PasswordFormProps {
  nextPath: string
  /** The address that was typed before, when the person comes back to this form. */
  email: string
  /** A link is on its way to this address, if it has an account. */
  onLinkSent: (email: string) => void
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

export const PasswordForm = ({ nextPath, email, onLinkSent }: PasswordFormProps) => {
  const { form, setFailure, errorOf, general } = useFormFailure()
  const [isBusy, setIsBusy] = useState(false)
  // Until the script is there the form cannot sign a person in.
  const isAlive = useIsAlive()
  const address = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)

  const signIn = async (data: FormData): Promise<void> => {
    setIsBusy(true)
    const refused = await signInWithPassword({
      email: textOf(data, 'email'),
      password: textOf(data, 'password'),
      isRemembered: data.has('remember'),
    })
    if (refused === null) {
      // A whole page load: every part of the next page sees the new session.
      globalThis.location.assign(nextPath)
      return
    }
    setFailure({ field: refused.kind === 'refused' ? 'password' : null, words: passwordFailureWords(refused) })
    if (refused.kind !== 'refused') password.current?.select()
    setIsBusy(false)
  }

  const mailLink = async (): Promise<void> => {
    const field = address.current
    if (field === null || !field.reportValidity()) return
    setIsBusy(true)
    try {
      await callSession('/magic-link', { email: field.value.trim(), next: nextPath })
      onLinkSent(field.value.trim())
    } catch (error) {
      const isAddress = describeCallFailure(error)?.code === 'email.invalid'
      setFailure({ field: isAddress ? 'email' : null, words: failureMessage(error) })
      setIsBusy(false)
    }
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!isBusy) void signIn(new FormData(event.currentTarget))
  }

  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="grid gap-4">
      {general}
      <Field id="email" label={texts.email} error={errorOf('email')}>
        <Input
          ref={address}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={mostEmailLength}
          defaultValue={email}
          aria-describedby={describedBy('email')}
          aria-invalid={errorOf('email') !== null}
        />
      </Field>
      <Field id="password" label={texts.password} error={errorOf('password')}>
        <Input
          ref={password}
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={passwordLength.most}
          aria-describedby={describedBy('password')}
          aria-invalid={errorOf('password') !== null}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <label className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
          <input type="checkbox" name="remember" className="size-4 accent-accent" />
          {texts.remember}
        </label>
        <Link href="/forgot-password" prefetch={false} className="text-ink-soft underline">
          {texts.forgot}
        </Link>
      </div>
      <Button type="submit" look="primary" disabled={isBusy || !isAlive}>
        {texts.signIn}
      </Button>
      <Button look="quiet" disabled={isBusy || !isAlive} onClick={() => void mailLink()}>
        {texts.mailLink}
      </Button>
    </form>
  )
}
