import type { Executor } from '@afterword/db/connection/client'
import { reviewLink } from '@afterword/db/schema'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, eq, ne } from 'drizzle-orm'

interface MailKey {
  readonly shopId: string
  readonly reviewRequestId: string
  readonly customerId: string
}

/** Names a request's mail to one recipient, the same for every try of it; the mail to a corrected address is another. */
export const nameMail = async (db: Executor, { shopId, reviewRequestId, customerId }: MailKey): Promise<string> => {
  const name = encodeId('reviewRequest', reviewRequestId)
  const isEarlier = and(
    eq(reviewLink.shopId, shopId),
    eq(reviewLink.reviewRequestId, reviewRequestId),
    ne(reviewLink.customerId, customerId),
  )
  return (await db.$count(reviewLink, isEarlier)) === 0 ? name : `${name}_${encodeId('customer', customerId)}`
}
