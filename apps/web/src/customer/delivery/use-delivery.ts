'use client'

import { type ReviewContent, saysTheSame } from '@afterword/validation/review/rules'
import type { ReviewPageView } from '@afterword/validation/review/customer-page'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CustomerClient } from '#customer/client/customer-client.ts'
import { describeCallFailure, isFinalFailure, retryAfterMs } from '#call/failure.ts'
import { createQueryClient } from '#call/query-client.ts'
import { deliver, type Delivery, type DeliveryPhase } from './deliver.ts'
import type { SentOutcome } from '#customer/model/page-query.ts'
import { randomId } from '#browser/random-id.ts'
import { createPatientWait } from './patient-wait.ts'

export type OwnReview = NonNullable<ReviewPageView['items'][number]['review']>

export interface Parcel {
  readonly code: string
  readonly lineItemId: string
  readonly submissionId: string
  readonly isEdit: boolean
  readonly content: ReviewContent
}

export interface Delivered {
  readonly outcome: SentOutcome
  readonly review: OwnReview
}

type Steps = Pick<Delivery<Delivered>, 'send' | 'check'>

const editSteps = (client: CustomerClient, { code, lineItemId, content }: Parcel): Steps => ({
  send: async () => ({
    outcome: 'edited',
    review: (await client.customer.review.edit.mutate({ code, lineItemId, ...content })).review,
  }),
  // The same change made twice is the same change: sending again is the question.
  check: async () => null,
})

const submitSteps = (client: CustomerClient, parcel: Parcel): Steps => {
  const { code, lineItemId, submissionId, content } = parcel
  const written = { code, lineItemId, ...content }
  const submit = async (id: string): Promise<Delivered> => {
    const { outcome, review } = await client.customer.review.submit.mutate({ ...written, submissionId: id })
    // Our own words there already: the answer to an earlier try was lost.
    return { outcome: saysTheSame(review, content) ? 'created' : outcome, review }
  }
  const check = async (): Promise<Delivered | null> => {
    const { review } = await client.customer.review.status.query({ code, submissionId })
    if (review === null) return null
    if (saysTheSame(review, content)) return { outcome: 'created', review }
    // An earlier try arrived, and the words were changed since: they are a change to it.
    return { outcome: 'created', review: (await client.customer.review.edit.mutate(written)).review }
  }
  const send = async (): Promise<Delivered> => {
    try {
      return await submit(submissionId)
    } catch (error) {
      if (describeCallFailure(error)?.code !== 'submission.mismatch') throw error
      // Something else was sent under this id before. When it made no review, the item's own key
      // still keeps the review single.
      return (await check()) ?? (await submit(randomId()))
    }
  }
  return { send, check }
}

const stepsFor = (client: CustomerClient, parcel: Parcel): Steps =>
  parcel.isEdit ? editSteps(client, parcel) : submitSteps(client, parcel)

/**
 * Delivers a review as one mutation and tells in which step it is; one delivery at a time. The
 * mutation may last as long as the network is away: `deliver` asks, waits and sends again inside it.
 */
export const useDelivery = (client: CustomerClient, onDelivered: (delivered: Delivered) => void) => {
  const [queryClient] = useState(createQueryClient)
  const [phase, setPhase] = useState<DeliveryPhase | null>(null)
  const patient = useMemo(() => (typeof window === 'undefined' ? null : createPatientWait({ window, document })), [])
  const isBusy = useRef(false)

  const { mutate, error } = useMutation(
    {
      mutationFn: async ({ parcel, isResumed }: { parcel: Parcel; isResumed: boolean }): Promise<Delivered> => {
        const delivery: Delivery<Delivered> = {
          ...stepsFor(client, parcel),
          wait: async (milliseconds, atLeastMs) => await patient?.wait(milliseconds, atLeastMs),
          isFinal: isFinalFailure,
          retryAfterMs,
          onPhase: setPhase,
          random: Math.random,
        }
        return await deliver(delivery, { isResumed })
      },
      onSuccess: onDelivered,
      onSettled: () => {
        isBusy.current = false
        setPhase(null)
      },
    },
    queryClient,
  )
  const start = (parcel: Parcel, isResumed = false): void => {
    if (isBusy.current) return
    isBusy.current = true
    mutate({ parcel, isResumed })
  }

  useEffect(() => () => patient?.wake(), [patient])

  return { phase, error, start, wake: () => patient?.wake() }
}
