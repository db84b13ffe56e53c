'use client'

import { describeError } from '@afterword/language/describe-error'
import { checkReviewContent, type TypedReview } from '@afterword/validation/review/check-content'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { CustomerClient } from '#customer/client/customer-client.ts'
import { describeCallFailure } from '#call/failure.ts'
import { DeliveryPaused } from '#customer/delivery/deliver.ts'
import { DeliveryStatus } from '#customer/delivery/delivery-status.tsx'
import {
  type FieldErrors,
  fieldErrorsOf,
  fieldOfCode,
  firstWrongField,
  readFormValues,
} from '#customer/model/form-values.ts'
import { onHope } from '#customer/delivery/on-hope.ts'
import { ReviewFields } from './review-fields.tsx'
import { type Delivered, useDelivery } from '#customer/delivery/use-delivery.ts'
import { DraftNotice } from '#customer/draft/draft-notice.tsx'
import type { DraftServer } from '#customer/draft/draft-keeper.ts'
import { draftKeys } from '#customer/draft/draft-storage.ts'
import { useDraft } from '#customer/draft/use-draft.ts'

interface ReviewFormProps {
  code: string
  lineItemId: string
  isEdit: boolean
  client: CustomerClient
  /** Where the draft is kept for other devices; null while a review is being changed. */
  draftServer: DraftServer | null
  /** What the page knows: the draft, the review to change, the star of the address. */
  initial: TypedReview
  /** Made by the server for the case that no script runs. */
  submissionId: string
  /** Error code that a plain form post came back with. */
  postError: string | null
  /** @param typed  What stood in the form. */
  onDelivered: (delivered: Delivered, typed: TypedReview) => void
  /** A submission's end is known. */
  onSettled: (submissionId: string) => void
  onRate: () => void
  cancelHref: string | null
  onCancel: (href: string) => void
  words: CustomerTexts
}

const focusField = (form: HTMLFormElement, errors: FieldErrors): void => {
  const field = firstWrongField(errors)
  if (field !== null) form.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
}

/** Stars, words, name. Works as a plain form; with a script it sends without leaving the page. */
export const ReviewForm = (props: ReviewFormProps) => {
  const { code, lineItemId, isEdit, initial, words } = props
  const form = useRef<HTMLFormElement>(null)
  const [isAlive, setIsAlive] = useState(false)
  const [length, setLength] = useState(initial.body.length)
  const [errors, setErrors] = useState<FieldErrors>(
    props.postError === null ? {} : (fieldOfCode(props.postError) ?? {}),
  )
  const draft = useDraft(form, {
    key: isEdit ? draftKeys(lineItemId).edit : draftKeys(lineItemId).first,
    firstSubmissionId: props.submissionId,
    server: props.draftServer,
    onFilled: () => setLength(form.current?.querySelector('textarea')?.value.length ?? 0),
  })
  const { phase, error, start, wake } = useDelivery(props.client, (delivered) => {
    props.onSettled(draft.submissionId())
    draft.clear()
    const typed = form.current === null ? initial : readFormValues(new FormData(form.current))
    props.onDelivered(delivered, typed)
  })

  const send = (isResumed: boolean): void => {
    if (form.current === null || phase !== null) return
    const checked = checkReviewContent(readFormValues(new FormData(form.current)))
    if ('errors' in checked) {
      setErrors(checked.errors)
      focusField(form.current, checked.errors)
      return
    }
    setErrors({})
    draft.markSending(true)
    start({ code, lineItemId, isEdit, submissionId: draft.submissionId(), content: checked.content }, isResumed)
  }

  useEffect(() => {
    setIsAlive(true)
  }, [])

  const { unsent } = draft
  useEffect(() => {
    if (unsent !== null) send(true)
    // oxlint-disable-next-line react/exhaustive-deps -- goes on with an earlier visit's delivery, once
  }, [unsent])

  const failure = describeCallFailure(error)
  const isPaused = error instanceof DeliveryPaused
  useEffect(() => {
    if (error === null) return
    if (!isPaused) draft.markSending(false)
    const refused = failure === null ? null : fieldErrorsOf(failure)
    if (refused !== null && form.current !== null) {
      setErrors(refused)
      focusField(form.current, refused)
    }
    if (!isPaused) return
    return onHope(() => send(true))
    // oxlint-disable-next-line react/exhaustive-deps -- reacts to a delivery's end, not to each render
  }, [error])

  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    send(isPaused)
  }
  const pausedWords = draft.state === 'refused' ? words.pausedUnsaved : words.paused
  const general =
    error === null || (failure !== null && fieldErrorsOf(failure) !== null)
      ? null
      : { isPaused, message: isPaused ? pausedWords : describeError(words.errors, failure?.code ?? 'internal') }
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
      onSubmit={onSubmit}
      onInput={(event) => {
        draft.onInput()
        const target = event.target
        if (target instanceof HTMLTextAreaElement) setLength(target.value.length)
        if (target instanceof HTMLInputElement && target.name === 'rating') {
          props.onRate()
          if (errors.rating !== undefined) setErrors(({ rating: _rating, ...rest }) => rest)
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
