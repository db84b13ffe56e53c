import type { auditLog } from '../schema.ts'
import { createDemoId } from './demo-id.ts'
import type { PlannedOrder } from './plan-orders.ts'
import type { PlannedReview } from './plan-reviews.ts'
import type { Random } from './random.ts'

type Row = typeof auditLog.$inferInsert
/** An act before it has a shop and an id. */
type Act = Pick<Row, 'actorKind' | 'actorId' | 'action' | 'subjectId' | 'details'> & { readonly at: Date }

export interface AuditSource {
  readonly shopId: string
  readonly moderatorId: string
  readonly orders: readonly PlannedOrder[]
  readonly requests: readonly { readonly id: string; readonly orderId: string; readonly sentAt: Date }[]
  readonly reviews: readonly PlannedReview[]
}

/** The request through which each line's review came. */
const requestsByLine = ({ orders, requests }: AuditSource): Map<string, string> => {
  const requestOf = new Map(requests.map(({ id, orderId }) => [orderId, id]))
  return new Map(
    orders.flatMap((order) => order.lines.map((line) => [line.id, requestOf.get(order.id) ?? ''] as const)),
  )
}

const sends = ({ orders, requests }: AuditSource): Act[] => {
  const itemCounts = new Map(orders.map(({ id, lines }) => [id, lines.length]))
  return requests.map(({ id, orderId, sentAt }) => ({
    at: sentAt,
    actorKind: 'system',
    actorId: null,
    action: 'review_request.send',
    subjectId: id,
    details: { attempts: 1, itemCount: itemCounts.get(orderId) },
  }))
}

const decision = ({ status, rejectReason }: PlannedReview) => ({
  version: 2,
  from: { status: 'pending', rejectReason: null },
  to: { status, rejectReason },
})

const reviewActs = (source: AuditSource): Act[] => {
  const requestOf = requestsByLine(source)
  return source.reviews.flatMap((review) => {
    const { id: subjectId, lineItemId, createdAt, decidedAt, repliedAt } = review
    const moderator = { actorKind: 'member', actorId: source.moderatorId, subjectId } as const
    const submitted = { rating: review.stars, version: 1, to: { status: 'pending' } }
    const acts: (Act | null)[] = [
      lineItemId === null
        ? null
        : {
            at: createdAt,
            actorKind: 'customer',
            actorId: requestOf.get(lineItemId) ?? null,
            action: 'review.submit',
            subjectId,
            details: submitted,
          },
      decidedAt === null
        ? null
        : {
            ...moderator,
            at: decidedAt,
            action: review.status === 'rejected' ? 'review.reject' : 'review.publish',
            details: decision(review),
          },
      repliedAt === null ? null : { ...moderator, at: repliedAt, action: 'review.reply', details: null },
    ]
    return acts.filter((act) => act !== null)
  })
}

/** The history that the demo's mails and reviews would have left: each decision can be taken back. */
export const createAuditRows = (random: Random, source: AuditSource): Row[] =>
  [...sends(source), ...reviewActs(source)].map((act) => ({
    ...act,
    shopId: source.shopId,
    id: createDemoId(random, act.at),
  }))
