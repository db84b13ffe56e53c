'use client'

import { formatNumber } from '@afterword/language/format-number'
import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { reviewLimits } from '@afterword/validation/review/rules'
import type { KeyboardEvent, RefObject } from 'react'
import { useKeptText } from '#kept/use-kept.tsx'
import { isComposing } from '#ui/is-composing.ts'
import { Button } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Textarea } from '#ui/textarea.tsx'

const { reply: words } = texts

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
        label={words.label}
        hint={isPublished ? words.published : words.unpublished}
        note={
          <span aria-hidden className="tabular-nums">
            {formatNumber(body.length, texts)} / {formatNumber(reviewLimits.replyLength, texts)}
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
          {isPublished && initial === '' ? words.publish : words.save}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            keep(null)
            onClose()
          }}
        >
          {isTyped ? words.discard : words.cancel}
        </Button>
      </div>
    </form>
  )
}
