import { lineItem, order, product } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'

/** What decides whether a line of an order may be reviewed. */
export interface LineFacts {
  readonly productId: string | null
  readonly isProductDeleted: boolean
  readonly isGiftCard: boolean
  readonly quantity: number
  readonly refundedQuantity: number
  /** Pieces still in the order; null where the platform says nothing. */
  readonly currentQuantity: number | null
  readonly fulfilledAt: Date | null
}

/** Whether a line is of the kind that is reviewed once it was handed over: a product, and no gift card. */
export const isOfAProduct = ({ productId, isGiftCard }: Pick<LineFacts, 'productId' | 'isGiftCard'>): boolean =>
  productId !== null && !isGiftCard

/** Whether something of the line is left with the customer, and its product with the shop. */
export const isLineLeft = (line: Omit<LineFacts, 'productId' | 'isGiftCard' | 'fulfilledAt'>): boolean =>
  line.refundedQuantity < line.quantity && line.currentQuantity !== 0 && !line.isProductDeleted

/**
 * Whether a line may be asked about and reviewed. Mail, review page and submission ask it of rows (`isReviewableRow`),
 * the plan by its parts; tests hold all of them to it.
 */
export const isReviewableLine = (line: LineFacts, cancelledAt: Date | null): boolean =>
  isOfAProduct(line) && isLineLeft(line) && line.fulfilledAt !== null && cancelledAt === null

/** The same over rows of `line_item`, `shop_order` and `product`, which a query may have joined from the left. */
export const isReviewableRow = sql<boolean>`(${lineItem.productId} is not null and not ${lineItem.isGiftCard}
  and ${lineItem.refundedQuantity} < ${lineItem.quantity} and ${lineItem.currentQuantity} is distinct from 0
  and ${product.deletedAt} is null and ${lineItem.fulfilledAt} is not null and ${order.cancelledAt} is null)`
