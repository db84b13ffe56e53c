'use client'

import Link from 'next/link'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../components/ui/button.tsx'
import { Field } from '../components/ui/field.tsx'
import { Input } from '../components/ui/input.tsx'
import { Notice } from '../components/ui/notice.tsx'
import { useIsAlive } from '../components/use-is-alive.ts'
import { callSession } from '../trpc/session-call.ts'
import { failureMessage } from '../trpc/failure-message.ts'
import { type CeremonyFailure, signInWithPassword } from './ceremony.ts'
import { passwordFailureWords } from './words.ts'

interface PasswordFormProps {
  nextPath: string
  /** The address that was typed before, when the person comes back to this form. */
  email: string
  /** A link is on its way to this address, if it has an account. */
  onLinkSent: (email: string) => void
}

interface Failure {
  readonly words: string
  readonly kind: CeremonyFailure['kind'] | 'link'
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

export const PasswordForm = ({ nextPath, email, onLinkSent }: PasswordFormProps) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  // Until the script is there the form could not sign anybody in.
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
    setFailure({ kind: refused.kind, words: passwordFailureWords(refused) })
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
      setFailure({ kind: 'link', words: failureMessage(error) })
      setIsBusy(false)
    }
  }

  useEffect(() => {
    if (failure === null || failure.kind === 'link') return
    password.current?.focus()
    password.current?.select()
  }, [failure])

  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!isBusy) void signIn(new FormData(event.currentTarget))
  }

  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <div role="alert" className="empty:hidden">
        {failure !== null && <Notice tone="bad">{failure.words}</Notice>}
      </div>
      <Field id="email" label="Email address">
        <Input
          ref={address}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={email}
        />
      </Field>
      <Field id="password" label="Password">
        <Input
          ref={password}
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={1000}
          aria-invalid={failure?.kind === 'refused'}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <label className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
          <input type="checkbox" name="remember" className="size-4 accent-accent" />
          Keep me signed in
        </label>
        <Link href="/forgot-password" prefetch={false} className="text-ink-soft underline">
          Forgot password?
        </Link>
      </div>
      <Button type="submit" look="primary" disabled={isBusy || !isAlive}>
        Sign in
      </Button>
      <Button look="quiet" disabled={isBusy || !isAlive} onClick={() => void mailLink()}>
        Email me a sign-in link
      </Button>
    </form>
  )
}
