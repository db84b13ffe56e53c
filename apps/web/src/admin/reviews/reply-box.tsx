'use client'

import { reviewLimits } from '@afterword/validation/review-rules'
import { type RefObject, useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Field } from '../../components/ui/field.tsx'
import { Textarea } from '../../components/ui/textarea.tsx'

interface ReplyBoxProps {
  field: RefObject<HTMLTextAreaElement | null>
  isBusy: boolean
  initial: string
  onSend: (body: string) => void
  onCancel: () => void
}

export const ReplyBox = ({ field, isBusy, initial, onSend, onCancel }: ReplyBoxProps) => {
  const [body, setBody] = useState(initial)
  const isBlank = body.trim() === ''
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBlank) onSend(body.trim())
      }}
    >
      <Field id="reply" label="Public reply" hint="Everybody sees it below the review.">
        <Textarea
          ref={field}
          id="reply"
          value={body}
          maxLength={reviewLimits.replyLength}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel()
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !isBlank) onSend(body.trim())
          }}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isBlank || isBusy}>
          {initial === '' ? 'Publish reply' : 'Save reply'}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
