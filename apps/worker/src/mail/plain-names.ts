import type { MailItem, MailMessage, MailOrder } from '@afterword/services/mail/mailer'
import { toPersonName, toTitle, toUnlinked } from '@afterword/validation/primitives/name'

const plain = (text: string): string => toTitle(toUnlinked(text))
const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text))
const orNull = (text: string): string | null => (text === '' ? null : text)
const nameOrNull = (name: string | null): string | null => (name === null ? null : orNull(toPersonName(name)))

const toPlainItem = (item: MailItem): MailItem => ({
  ...item,
  title: plain(item.title),
  variantTitle: plainOrNull(item.variantTitle),
})

const toPlainOrder = ({ name, items }: MailOrder): MailOrder => ({
  name: plainOrNull(name),
  items: items.map(toPlainItem),
})

/**
 * A mail whose names of people, products and orders no mail program makes links of, also those that
 * were stored before names were shortened. The shop's own name is its operator's choice and only cut.
 */
export const withPlainNames = (mail: MailMessage): MailMessage => {
  if (mail.kind === 'staff')
    return { ...mail, name: nameOrNull(mail.name), subject: toTitle(mail.subject), preview: toTitle(mail.preview) }
  const base = { greetingName: nameOrNull(mail.greetingName), shop: { ...mail.shop, name: toTitle(mail.shop.name) } }
  switch (mail.kind) {
    case 'review_request':
      return { ...mail, ...base, order: toPlainOrder(mail.order) }
    case 'fresh_link':
      return { ...mail, ...base, orders: mail.orders.map(toPlainOrder) }
    case 'invitation':
      return { ...mail, ...base, inviterName: toPersonName(mail.inviterName) }
  }
}
