import { createReviewLinkCode } from '@afterword/auth/review-link'
import type { Executor } from '@afterword/db/connection/client'
import { createInvitation } from '@afterword/db/testing/factories'

/** An open invitation whose mail was written. @returns the row and its link's token */
export const createInvitationLink = async (db: Executor, values: Parameters<typeof createInvitation>[1]) => {
  const { code, tokenHash } = createReviewLinkCode(values.shopId)
  return { invitation: await createInvitation(db, { ...values, tokenHash }), token: code }
}
