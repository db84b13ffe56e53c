import { z } from 'zod'

export const reviewRequestStates = ['scheduled', 'sent', 'cancelled', 'given_up'] as const
export const reviewRequestStateSchema = z.enum(reviewRequestStates)
export type ReviewRequestState = z.infer<typeof reviewRequestStateSchema>
