import type { Executor } from '@afterword/db/connection/client'
import { customer, product, review, reviewReply } from '@afterword/db/schema'
import { encodeId } from '@afterword/validation/primitives/ids'
import { and, asc, eq, gt } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { writeCsvRow } from './internal/csv.ts'

/** Reviews held in memory at a time. */
export const exportPageSize = 500

/** U+FEFF, without which Excel takes the file for one of a single-byte code and shows no letter beyond ASCII. */
const byteOrderMark = '\uFEFF'

/**
 * The columns, in order. The first eleven are those of Shopify Product Reviews, which other review
 * platforms import; the rest is what it has no place for (docs/export.md).
 */
const columns = [
  'product_handle',
  'state',
  'rating',
  'title',
  'author',
  'email',
  'location',
  'body',
  'reply',
  'created_at',
  'replied_at',
  'product_id',
  'product_title',
  'status',
  'reject_reason',
  'verified_purchase',
  'locale',
  'helpful_count',
  'published_at',
  'edited_at',
  'review_id',
] as const

const selectPage = async (db: Executor, shopId: string, afterId: string | null) =>
  await db
    .select({
      review,
      email: customer.email,
      product: { platformId: product.platformId, handle: product.handle, title: product.title },
      reply: { body: reviewReply.body, createdAt: reviewReply.createdAt },
    })
    .from(review)
    .innerJoin(product, and(eq(product.shopId, review.shopId), eq(product.id, review.productId)))
    .leftJoin(customer, and(eq(customer.shopId, review.shopId), eq(customer.id, review.customerId)))
    .leftJoin(reviewReply, and(eq(reviewReply.shopId, review.shopId), eq(reviewReply.reviewId, review.id)))
    .where(and(eq(review.shopId, shopId), afterId === null ? undefined : gt(review.id, afterId)))
    .orderBy(asc(review.id))
    .limit(exportPageSize)

type ExportRow = Awaited<ReturnType<typeof selectPage>>[number]

const timeOf = (time: Date | null | undefined): string | null => time?.toISOString() ?? null

const writeReview = ({ review: one, product: of, email, reply }: ExportRow): string => {
  const cells = {
    product_handle: of.handle,
    state: one.status === 'published' ? 'published' : 'unpublished',
    rating: one.rating,
    title: one.title,
    author: one.authorName,
    email,
    location: null,
    body: one.body,
    reply: reply?.body ?? null,
    created_at: timeOf(one.createdAt),
    replied_at: timeOf(reply?.createdAt),
    product_id: of.platformId,
    product_title: of.title,
    status: one.status,
    reject_reason: one.rejectReason,
    verified_purchase: one.isVerified,
    locale: one.locale,
    helpful_count: one.helpfulCount,
    published_at: timeOf(one.publishedAt),
    edited_at: timeOf(one.editedAt),
    review_id: encodeId('review', one.id),
  } satisfies Record<(typeof columns)[number], string | number | boolean | null>
  return writeCsvRow(columns.map((column) => cells[column]))
}

async function* writePages(db: Executor, shopId: string): AsyncGenerator<string, void, undefined> {
  yield `${byteOrderMark}${writeCsvRow(columns)}`
  let afterId: string | null = null
  do {
    const rows: ExportRow[] = await selectPage(db, shopId, afterId)
    if (rows.length > 0) yield rows.map(writeReview).join('')
    afterId = rows.length < exportPageSize ? null : (rows.at(-1)?.review.id ?? null)
  } while (afterId !== null)
}

/**
 * All reviews of the shop as a CSV file (RFC 4180, UTF-8 that begins with a byte-order mark, times in
 * UTC), oldest first, in pieces: one page of them is in memory at a time, and the next is read when the
 * one before was taken. No transaction stays open meanwhile, so a review written during the export
 * may or may not be in it. That there was an export is written down before the first piece.
 *
 * @throws DomainError `permission.denied`, `step_up.required`
 */
export const exportReviews = async ({
  ctx,
}: {
  ctx: ServiceContext
}): Promise<AsyncGenerator<string, void, undefined>> => {
  const { shopId } = requireMember(ctx, 'review.export')
  await inTransaction(ctx, async (tx) => await writeAudit(tx, ctx, { shopId, action: 'review.export' }))
  return writePages(ctx.db, shopId)
}
