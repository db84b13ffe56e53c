'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { type RejectReason, rejectReasons } from '@afterword/validation/review/rules'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

const { rejecting: words } = texts

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
    <Dialog isOpen={isOpen} onOpenChange={setOpen} title={words.title} description={words.text}>
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
          <legend className="sr-only">{words.reason}</legend>
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
              {texts.rejectReasons[each]}
            </label>
          ))}
        </fieldset>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {words.cancel}
          </Button>
          <Button type="submit" look="danger" disabled={reason === null}>
            {words.reject}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
