'use client'

import { reviewLimits } from '@afterword/validation/review-rules'
import type { RefObject } from 'react'
import { useKeptText } from '../../account/use-kept.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Textarea } from '../../components/ui/textarea.tsx'

interface ReplyBoxProps {
  reviewId: string
  field: RefObject<HTMLTextAreaElement | null>
  isBusy: boolean
  initial: string
  onSend: (body: string) => void
  onCancel: () => void
}

/** Where an unsent reply is kept. */
export const keptReplyName = (reviewId: string): string => `reply.${reviewId}`

export const ReplyBox = ({ reviewId, field, isBusy, initial, onSend, onCancel }: ReplyBoxProps) => {
  const [kept, keep] = useKeptText(keptReplyName(reviewId))
  const body = kept ?? initial
  const cancel = (): void => {
    keep(null)
    onCancel()
  }
  const isBlank = body.trim() === ''
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBlank) onSend(body.trim())
      }}
    >
      <Field id="reply" label="Public reply" hint="Everyone sees it below the review.">
        <Textarea
          ref={field}
          id="reply"
          value={body}
          maxLength={reviewLimits.replyLength}
          onChange={(event) => keep(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') cancel()
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !isBlank) onSend(body.trim())
          }}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isBlank || isBusy}>
          {initial === '' ? 'Publish reply' : 'Save reply'}
        </Button>
        <Button look="quiet" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
