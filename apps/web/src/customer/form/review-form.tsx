'use client'

import { describeError } from '@afterword/language/describe-error'
import { useRef, useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DeliveryStatus } from '#customer/delivery/delivery-status.tsx'
import { DraftNotice } from '#customer/draft/draft-notice.tsx'
import { draftKeys } from '#customer/draft/draft-storage.ts'
import { useDraft } from '#customer/draft/use-draft.ts'
import { fieldOfCode } from '#customer/model/form-values.ts'
import { useIsAlive } from '#ui/use-is-alive.ts'
import { ReviewFields } from './review-fields.tsx'
import type { ReviewFormProps } from './review-form-props.ts'
import { useSending } from './use-sending.ts'

/** Stars, words, name. Works as a plain form; with a script it sends without leaving the page. */
export const ReviewForm = (props: ReviewFormProps) => {
  const { code, lineItemId, isEdit, initial, words } = props
  const form = useRef<HTMLFormElement>(null)
  const isAlive = useIsAlive()
  const [length, setLength] = useState(initial.body.length)
  const draft = useDraft(form, {
    key: isEdit ? draftKeys(lineItemId).edit : draftKeys(lineItemId).first,
    firstSubmissionId: props.submissionId,
    server: props.draftServer,
    onFilled: () => setLength(form.current?.querySelector('textarea')?.value.length ?? 0),
  })
  const { phase, errors, forgetRating, failure, isPaused, send, wake } = useSending(form, draft, props)

  const pausedWords = draft.state === 'refused' ? words.pausedUnsaved : words.paused
  const general = failure && {
    isPaused,
    message: isPaused ? pausedWords : describeError(words.errors, failure.code),
  }
  const postMessage =
    props.postError !== null && fieldOfCode(props.postError) === null && phase === null
      ? { isPaused: false, message: describeError(words.errors, props.postError) }
      : null
  const isInFlight = phase !== null

  return (
    <form
      ref={form}
      method="post"
      action={`/write/detail/${encodeURIComponent(code)}/reviews`}
      noValidate={isAlive}
      onSubmit={(event) => {
        event.preventDefault()
        send(isPaused)
      }}
      onInput={(event) => {
        draft.onInput()
        const target = event.target
        if (target instanceof HTMLTextAreaElement) setLength(target.value.length)
        if (target instanceof HTMLInputElement && target.name === 'rating') {
          props.onRate()
          forgetRating()
        }
      }}
      className="mt-6 grid gap-5"
    >
      <input type="hidden" name="lineItemId" value={lineItemId} />
      <input type="hidden" name="submissionId" value={props.submissionId} />
      {isEdit && <input type="hidden" name="edit" value="1" />}
      <div className="grid gap-5" inert={isInFlight}>
        <ReviewFields initial={initial} bodyLength={length} errors={errors} words={words} />
      </div>
      <div className="-mt-2 grid gap-2">
        {!isInFlight && <DraftNotice news={draft.news} onSwap={draft.swap} words={words} />}
        <DeliveryStatus
          phase={phase}
          failure={general ?? postMessage}
          draft={draft.state}
          onTryNow={() => (isInFlight ? wake() : send(true))}
          words={words}
        />
        <Button type="submit" look="primary" size="large" aria-disabled={isInFlight} disabled={isInFlight}>
          {isEdit ? words.saveEdit : words.send}
        </Button>
        {props.cancelHref !== null && !isInFlight && (
          <ButtonLink
            look="quiet"
            size="large"
            href={props.cancelHref}
            onClick={(event) => {
              event.preventDefault()
              draft.clear()
              props.onCancel(props.cancelHref ?? '')
            }}
          >
            {words.cancelEdit}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}
