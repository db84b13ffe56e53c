'use client'

import { adminShopTexts } from '@afterword/language/texts/admin-shop/texts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useStepUp } from '#session/step-up.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { useTRPCClient } from '#session/context.ts'
import { isStepUpDeclined } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { CopyText } from './copy-text.tsx'
import { PlatformSecret } from './platform-secret.tsx'

const { secret: texts } = adminShopTexts

/** Makes a new secret that webhooks are signed with, for a platform that takes one. It is shown once. */
const MadeSecret = () => {
  const { admin } = useTRPCClient()
  const stepUp = useStepUp()
  const [isAsking, setIsAsking] = useState(false)
  const replacing = useMutation({
    mutationFn: async () => await stepUp.run(async () => await admin.shop.replaceWebhookSecret.mutate()),
    // The secret must not outlive the page in any cache.
    gcTime: 0,
  })
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">{texts.createHere}</p>
      <div role="status" className="empty:hidden">
        {replacing.isSuccess && (
          <Notice tone="good">
            <p className="font-semibold">{texts.created}</p>
            <CopyText words={adminShopTexts.copy.webhookSecret} value={replacing.data.webhookSecret} />
          </Notice>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {replacing.isError && !isStepUpDeclined(replacing.error) && (
          <Notice tone="bad">{failureMessage(replacing.error)}</Notice>
        )}
      </div>
      <div>
        <Button look="danger" disabled={replacing.isPending} onClick={() => setIsAsking(true)}>
          {texts.create}
        </Button>
      </div>
      <Dialog isOpen={isAsking} onOpenChange={setIsAsking} title={texts.askTitle} description={texts.askText}>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setIsAsking(false)}>
            {texts.cancel}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              setIsAsking(false)
              replacing.mutate()
            }}
          >
            {texts.replace}
          </Button>
        </div>
      </Dialog>
      {stepUp.dialog}
    </div>
  )
}

/** The secret that webhooks are signed with: entered, where the platform chooses it, or made here. */
export const WebhookSecret = () => (
  <section aria-labelledby="secret-title" className="grid gap-6">
    <div className="grid gap-1">
      <h2 id="secret-title" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="text-ink-soft">{texts.text}</p>
    </div>
    <PlatformSecret />
    <MadeSecret />
  </section>
)
