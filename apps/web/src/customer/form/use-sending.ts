'use client'

import { checkReviewContent } from '@afterword/validation/review/check-content'
import { type RefObject, useEffect, useState } from 'react'
import { describeCallFailure } from '#call/failure.ts'
import { DeliveryPaused } from '#customer/delivery/deliver.ts'
import { onHope } from '#customer/delivery/on-hope.ts'
import { useDelivery } from '#customer/delivery/use-delivery.ts'
import type { useDraft } from '#customer/draft/use-draft.ts'
import {
  type FieldErrors,
  fieldErrorsOf,
  fieldOfCode,
  firstWrongField,
  readFormValues,
} from '#customer/model/form-values.ts'
import type { ReviewFormProps } from './review-form-props.ts'

type SendingParts = Pick<
  ReviewFormProps,
  'code' | 'lineItemId' | 'isEdit' | 'client' | 'initial' | 'postError' | 'onDelivered' | 'onSettled'
>

const focusField = (form: HTMLFormElement, errors: FieldErrors): void => {
  const field = firstWrongField(errors)
  if (field !== null) form.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
}

/**
 * Sends what stands in the form: checks it, shows what is refused at its field, goes on with what an earlier visit
 * began to send, and tries again when there is hope.
 */
export const useSending = (
  form: RefObject<HTMLFormElement | null>,
  draft: ReturnType<typeof useDraft>,
  parts: SendingParts,
) => {
  const { code, lineItemId, isEdit } = parts
  const [errors, setErrors] = useState<FieldErrors>(
    parts.postError === null ? {} : (fieldOfCode(parts.postError) ?? {}),
  )
  const { phase, error, start, wake } = useDelivery(parts.client, (delivered) => {
    parts.onSettled(draft.submissionId())
    draft.clear()
    const typed = form.current === null ? parts.initial : readFormValues(new FormData(form.current))
    parts.onDelivered(delivered, typed)
  })

  const refuse = (refused: FieldErrors): void => {
    setErrors(refused)
    if (form.current !== null) focusField(form.current, refused)
  }
  const send = (isResumed: boolean): void => {
    if (form.current === null || phase !== null) return
    const checked = checkReviewContent(readFormValues(new FormData(form.current)))
    if ('errors' in checked) {
      refuse(checked.errors)
      return
    }
    setErrors({})
    draft.markSending(true)
    start({ code, lineItemId, isEdit, submissionId: draft.submissionId(), content: checked.content }, isResumed)
  }

  const { unsent } = draft
  useEffect(() => {
    if (unsent !== null) send(true)
    // oxlint-disable-next-line react/exhaustive-deps -- goes on with an earlier visit's delivery, once
  }, [unsent])

  const failure = describeCallFailure(error)
  const isPaused = error instanceof DeliveryPaused
  const refused = failure === null ? null : fieldErrorsOf(failure)
  useEffect(() => {
    if (error === null) return
    if (!isPaused) draft.markSending(false)
    if (refused !== null && form.current !== null) refuse(refused)
    if (!isPaused) return
    return onHope(() => send(true))
    // oxlint-disable-next-line react/exhaustive-deps -- reacts to a delivery's end, not to each render
  }, [error])

  return {
    phase,
    errors,
    /** Forgets that no star was chosen. */
    forgetRating: (): void => {
      if (errors.rating !== undefined) setErrors(({ rating: _rating, ...rest }) => rest)
    },
    /** What is told about the whole form: a code, where no field tells it. */
    failure: error === null || refused !== null ? null : { isPaused, code: failure?.code ?? 'internal' },
    isPaused,
    send,
    wake,
  }
}
