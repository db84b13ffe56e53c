'use client'

import { adminShopTexts } from '@afterword/language/texts/admin-shop/texts'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useRef } from 'react'
import { useStepUp } from '#session/step-up.tsx'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { Notice } from '#ui/notice.tsx'
import { useTRPCClient } from '#session/context.ts'
import { isStepUpDeclined } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'

const { secret: texts } = adminShopTexts

/** Stores the secret that the platform signs with. What was typed stays in the field until then. */
export const PlatformSecret = () => {
  const { admin } = useTRPCClient()
  const stepUp = useStepUp()
  const field = useRef<HTMLInputElement>(null)
  const setting = useMutation({
    mutationFn: async (webhookSecret: string) =>
      await stepUp.run(async () => await admin.shop.setWebhookSecret.mutate({ webhookSecret })),
    // The secret must not outlive the page in any cache.
    gcTime: 0,
    onSuccess: () => {
      if (field.current !== null) field.current.value = ''
    },
    onError: () => field.current?.focus(),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!setting.isPending) setting.mutate(field.current?.value ?? '')
  }
  const refusal = setting.isError && !isStepUpDeclined(setting.error) ? failureMessage(setting.error) : null
  return (
    <form className="grid max-w-xl gap-3" onSubmit={onSubmit}>
      <Field id="platform-secret" label={texts.entered} hint={texts.enteredHint} isHintKept error={refusal}>
        <Input
          ref={field}
          id="platform-secret"
          name="webhookSecret"
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={refusal !== null}
          aria-describedby={describedBy('platform-secret')}
        />
      </Field>
      <div>
        <Button type="submit" look="primary" disabled={setting.isPending}>
          {texts.save}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {setting.isSuccess && <Notice tone="good">{texts.saved}</Notice>}
      </div>
      {stepUp.dialog}
    </form>
  )
}
