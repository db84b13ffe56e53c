'use client'

import { errorCodes } from '@afterword/errors'
import { signIn } from 'next-auth/react'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../components/ui/button.tsx'
import { Field } from '../components/ui/field.tsx'
import { Input } from '../components/ui/input.tsx'
import { Notice } from '../components/ui/notice.tsx'
import { useIsAlive } from '../components/use-is-alive.ts'

const failures = {
  refused: errorCodes['sign_in.refused'].message,
  limited: errorCodes['rate.limited'].message,
  unanswered: 'No answer from the server. Check the connection and try again.',
}

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** @returns What went wrong, or null when a session was opened. */
const trySignIn = async (data: FormData): Promise<keyof typeof failures | null> => {
  try {
    const result = await signIn('credentials', {
      redirect: false,
      email: textOf(data, 'email'),
      password: textOf(data, 'password'),
    })
    if (result === undefined || result.status === 429) return 'limited'
    if (result.ok) return null
    return result.status === 401 ? 'refused' : 'unanswered'
  } catch {
    return 'unanswered'
  }
}

export const SignInForm = ({ nextPath }: { nextPath: string }) => {
  const [failure, setFailure] = useState<{ kind: keyof typeof failures } | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  // Until the script is there the form could not sign anybody in.
  const isAlive = useIsAlive()
  const password = useRef<HTMLInputElement>(null)

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const kind = await trySignIn(new FormData(event.currentTarget))
    if (kind === null) {
      // A whole page load: every part of the next page sees the new session.
      globalThis.location.assign(nextPath)
      return
    }
    setFailure({ kind })
    setIsBusy(false)
  }

  useEffect(() => {
    if (failure === null) return
    password.current?.focus()
    password.current?.select()
  }, [failure])

  return (
    <form method="post" onSubmit={(event) => void onSubmit(event)} className="grid gap-4">
      <div role="alert">{failure !== null && <Notice tone="bad">{failures[failure.kind]}</Notice>}</div>
      <Field id="email" label="E-mail address">
        <Input id="email" name="email" type="email" autoComplete="username" required maxLength={254} />
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
      <Button type="submit" look="primary" disabled={isBusy || !isAlive}>
        Sign in
      </Button>
    </form>
  )
}
