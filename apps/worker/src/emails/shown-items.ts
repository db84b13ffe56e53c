import type { MailItem } from '@afterword/services/mail/mailer'

/** Gmail cuts a mail at 102 KB; an item takes about 4. The review page shows every item of its order. */
const mostItems = 12

export interface ShownItems {
  readonly shown: readonly MailItem[]
  readonly hiddenCount: number
  /** Opens the page on which the hidden ones are found. */
  readonly hiddenUrl: string
}

/**
 * The items of an order that fit into a mail.
 *
 * @param orderCount  How many orders share the mail.
 */
export const chooseShownItems = (items: readonly MailItem[], orderCount = 1): ShownItems => {
  const most = Math.max(1, Math.floor(mostItems / orderCount))
  const shown = items.slice(0, most)
  return { shown, hiddenCount: items.length - shown.length, hiddenUrl: items[shown.length]?.reviewUrl ?? '' }
}
