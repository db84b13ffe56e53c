'use client'

import { passwordTexts } from '@afterword/language/texts/password/texts'
import { sessionTexts } from '@afterword/language/texts/session/texts'
import { passwordLength } from '@afterword/validation/session/rules'
import { type SubmitEvent, useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { sayWith } from '#ui/say-with.ts'
import { type FormFailure, useFormFailure } from '#ui/use-form-failure.tsx'
import { signInHref } from '#navigation/next-path.ts'
import { describeCallFailure } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { callSession } from './session-call.ts'

const { stepUp: texts } = sessionTexts

interface StepUpDialogProps {
  isOpen: boolean
  /** The server took the password: the session counts as just signed in. */
  onDone: () => void
  onCancel: () => void
}

const refusalOf = (error: unknown): FormFailure =>
  describeCallFailure(error)?.code === 'sign_in.refused'
    ? { field: 'password', words: passwordTexts.wrong }
    : { field: null, words: failureMessage(error) }

const StepUpForm = ({ onDone, onCancel }: Omit<StepUpDialogProps, 'isOpen'>) => {
  const { form, setFailure, errorOf, general } = useFormFailure()
  const [isBusy, setIsBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    // The dialog lies in a portal, but React hands its events to the form the dialog was rendered in.
    event.stopPropagation()
    if (isBusy) return
    setIsBusy(true)
    try {
      await callSession('/step-up', { password: field.current?.value ?? '' })
      onDone()
    } catch (error) {
      setFailure(refusalOf(error))
      setIsBusy(false)
    }
  }

  return (
    <form ref={form} className="grid gap-4" onSubmit={(event) => void onSubmit(event)}>
      {general}
      <Field id="step-up-password" label={texts.password} error={errorOf('password')}>
        <Input
          ref={field}
          id="step-up-password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={passwordLength.most}
          aria-describedby={describedBy('step-up-password')}
          aria-invalid={errorOf('password') !== null}
        />
      </Field>
      <p className="text-sm text-ink-soft">
        {sayWith(texts.noPassword, {
          link: (
            <a className="underline" href={signInHref(globalThis.location.pathname + globalThis.location.search)}>
              {texts.signInAgain}
            </a>
          ),
        })}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {texts.cancel}
        </Button>
        <Button type="submit" look="primary" disabled={isBusy}>
          {texts.continue}
        </Button>
      </div>
    </form>
  )
}

/** Asks for the password before a sensitive act. */
export const StepUpDialog = ({ isOpen, onDone, onCancel }: StepUpDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={(next) => {
      if (!next) onCancel()
    }}
    title={texts.title}
    description={texts.description}
  >
    <StepUpForm onDone={onDone} onCancel={onCancel} />
  </Dialog>
)
