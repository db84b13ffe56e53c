'use client'

import { type RejectReason, rejectReasons } from '@afterword/validation/review/rules'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { rejectReasonNames } from './words.ts'

interface RejectDialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onReject: (reason: RejectReason) => void
}

/** Why a review is not published. A low rating is not among the reasons. */
export const RejectDialog = ({ isOpen, onOpenChange, onReject }: RejectDialogProps) => {
  const [reason, setReason] = useState<RejectReason | null>(null)
  const setOpen = (next: boolean): void => {
    setReason(null)
    onOpenChange(next)
  }
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setOpen}
      title="Why are you rejecting this review?"
      description="The customer sees the reason on their review page. A low rating isn’t a reason to reject a review."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason === null) return
          setOpen(false)
          onReject(reason)
        }}
      >
        <fieldset className="grid gap-0.5">
          <legend className="sr-only">Reason</legend>
          {rejectReasons.map((each) => (
            <label
              key={each}
              className="flex min-h-10 items-center gap-3 rounded-lg px-2 hover:bg-sunken has-checked:bg-accent-soft pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="reason"
                value={each}
                checked={reason === each}
                onChange={() => setReason(each)}
                className="size-4 accent-accent"
              />
              {rejectReasonNames[each]}
            </label>
          ))}
        </fieldset>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            Cancel
          </Button>
          <Button type="submit" look="danger" disabled={reason === null}>
            Reject review
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
