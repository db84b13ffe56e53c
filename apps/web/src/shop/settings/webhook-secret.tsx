'use client'

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
      <p className="text-ink-soft">If your platform asks you for a secret, create one here:</p>
      <div role="status" className="empty:hidden">
        {replacing.isSuccess && (
          <Notice tone="good">
            <p className="font-semibold">Your new secret. Copy it to your platform now; it won’t be shown again.</p>
            <CopyText name="the webhook secret" text={replacing.data.webhookSecret} />
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
          Create a new secret
        </Button>
      </div>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Create a new webhook secret?"
        description="The current secret stops working immediately. Webhooks are refused until your platform uses the new one; platforms retry refused webhooks for a while."
      >
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setIsAsking(false)}>
            Cancel
          </Button>
          <Button
            look="danger"
            onClick={() => {
              setIsAsking(false)
              replacing.mutate()
            }}
          >
            Replace
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
        Webhook secret
      </h2>
      <p className="text-ink-soft">
        The platform signs every webhook with this secret, so that no one else can send orders. It is stored encrypted
        and cannot be shown again.
      </p>
    </div>
    <PlatformSecret />
    <MadeSecret />
  </section>
)
