import type { LinkPurpose } from '@afterword/validation/request/rules'
import { parseReviewLinkCode } from '@afterword/auth/review-link'
import { order, reviewLink, reviewRequest } from '@afterword/db/schema'
import { defineStatement } from '@afterword/db/connection/statement'
import { DomainError } from '@afterword/errors'
import { sql } from 'drizzle-orm'
import { noteCall } from '../../kernel/call-trace.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { isLinkOpen } from './link-lifetime.ts'

export interface FoundReviewLink {
  readonly shopId: string
  readonly reviewRequestId: string
  readonly lineItemId: string | null
  /** Whom the link was sent to, which the order's corrected address does not change. */
  readonly customerId: string | null
}

/** Looked up for a code that is none, so that it takes as long as any other. No hash is all zeros. */
const noToken = { shopId: '00000000-0000-0000-0000-000000000000', tokenHash: new Uint8Array(32) }

/**
 * Whom a link belongs to: the person its mail went to. A link that names none (made before links did) belongs
 * to its order's customer. An expression over `review_link`.
 */
export const linkRecipient = sql<string | null>`coalesce(${reviewLink.customerId}, (
  select ${order.customerId} from ${reviewRequest}
  join ${order} on ${order.shopId} = ${reviewRequest.shopId} and ${order.id} = ${reviewRequest.orderId}
  where ${reviewRequest.shopId} = ${reviewLink.shopId} and ${reviewRequest.id} = ${reviewLink.reviewRequestId}))`

/** Every call of a customer begins with it: put together once. */
const findLink = defineStatement<FoundReviewLink>(
  () => sql`
    select ${reviewLink.shopId} as "shopId", ${reviewLink.reviewRequestId} as "reviewRequestId",
      ${reviewLink.lineItemId} as "lineItemId", ${linkRecipient} as "customerId"
    from ${reviewLink}
    where ${reviewLink.shopId} = ${sql.placeholder('shopId')}::uuid
      and ${reviewLink.tokenHash} = ${sql.placeholder('tokenHash')}::bytea
      and ${reviewLink.purpose} = ${sql.placeholder('purpose')}::text
      and ${isLinkOpen}`,
)

/**
 * The link a code opens. Unknown, expired, revoked and malformed codes are answered alike, in the same
 * time; who lets strangers try codes counts the misses (countLinkMiss).
 *
 * @throws DomainError `review_link.not_found`
 */
export const findReviewLink = async ({
  ctx,
  input,
}: {
  ctx: ServiceContext
  input: { code: string; purpose: LinkPurpose }
}): Promise<FoundReviewLink> => {
  const token = parseReviewLinkCode(input.code) ?? noToken
  const [link] = await findLink(ctx.db, { ...token, purpose: input.purpose })
  if (link === undefined) throw new DomainError('review_link.not_found')
  noteCall(ctx, { shopId: link.shopId, reviewRequestId: link.reviewRequestId })
  return link
}
