'use client'

import { reviewLimits } from '@afterword/validation/review/rules'
import type { KeyboardEvent, RefObject } from 'react'
import { useKeptText } from '#kept/use-kept.tsx'
import { isComposing } from '#ui/is-composing.ts'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Textarea } from '#ui/textarea.tsx'

interface ReplyBoxProps {
  reviewId: string
  field: RefObject<HTMLTextAreaElement | null>
  isBusy: boolean
  initial: string
  isPublished: boolean
  onSend: (body: string) => void
  onClose: () => void
}

/** Where an unsent reply is kept, until it is sent or discarded by the button that says so. */
export const keptReplyName = (reviewId: string): string => `reply.${reviewId}`

/** Escape closes it and keeps what was typed: input methods and the browser use that key too. */
export const ReplyBox = ({ reviewId, field, isBusy, initial, isPublished, onSend, onClose }: ReplyBoxProps) => {
  const [kept, keep] = useKeptText(keptReplyName(reviewId))
  const body = kept ?? initial
  const isBlank = body.trim() === ''
  const isTyped = body.trim() !== initial.trim()
  const send = (): void => {
    if (!isBlank && !isBusy) onSend(body.trim())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field
        id="reply"
        label="Public reply"
        hint={isPublished ? 'Everyone sees it below the review.' : 'Shown below the review once it is published.'}
        note={
          <span aria-hidden className="tabular-nums">
            {body.length.toLocaleString('en')} / {reviewLimits.replyLength.toLocaleString('en')}
          </span>
        }
      >
        <Textarea
          ref={field}
          id="reply"
          aria-describedby={describedBy('reply')}
          value={body}
          maxLength={reviewLimits.replyLength}
          onChange={({ target }) => keep(target.value === initial ? null : target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isBlank || isBusy}>
          {isPublished && initial === '' ? 'Publish reply' : 'Save reply'}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            keep(null)
            onClose()
          }}
        >
          {isTyped ? 'Discard' : 'Cancel'}
        </Button>
      </div>
    </form>
  )
}
