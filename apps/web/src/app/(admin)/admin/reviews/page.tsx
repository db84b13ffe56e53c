import type { Metadata } from 'next'
import { ModerationQueue } from '../../../../admin/reviews/moderation-queue.tsx'
import { memberSession } from '../../../../server/session.ts'

export const metadata: Metadata = { title: 'Reviews' }

const ReviewsPage = async () => {
  const session = await memberSession()
  return session === null ? null : <ModerationQueue canModerate={session.role !== 'viewer'} />
}

export default ReviewsPage
