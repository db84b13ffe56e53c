import { requestEndings, reviewRequest } from '@afterword/db/schema'
import type { ReviewRequestState } from '@afterword/validation/request/rules'
import { type Column, sql } from 'drizzle-orm'

const endings = requestEndings.map((ending) => sql`${reviewRequest}.${sql.identifier(ending)} is null`)

/**
 * Whether a request is still open: not sent, cancelled or given up. The only way to ask; the index of requests that are
 * due holds the same ones. Its claim and its time are questions of their own.
 */
export const isOpenRequest = sql<boolean>`(${sql.join(endings, sql` and `)})`

/**
 * Whether a request's mail is over: sent or given up. What was only cancelled is not, and may be revived.
 *
 * @param request  The table, or an alias of it.
 */
export const isMailOver = (request: { readonly sentAt: Column; readonly givenUpAt: Column } = reviewRequest) =>
  sql<boolean>`(${request.sentAt} is not null or ${request.givenUpAt} is not null)`

/** What a request's times say of it; nothing stores it. */
export const requestState = sql<ReviewRequestState>`case
  when ${isOpenRequest} then 'scheduled'
  when ${reviewRequest.sentAt} is not null then 'sent'
  when ${reviewRequest.cancelledAt} is not null then 'cancelled'
  else 'given_up' end`
