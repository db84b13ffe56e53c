import type { CustomerMail, MailItem, MailLocale, MailOrder, StaffMail } from '@afterword/services/mail/mailer'
import { formatPriceLine } from './price-line.tsx'
import { chooseShownItems } from './shown-items.ts'
import { starLinks } from './star-links.tsx'
import { mailTexts } from './texts.ts'

const writeItem = (item: MailItem, locale: MailLocale): string[] => {
  const head = [item.title, ...(item.variantTitle === null ? [] : [item.variantTitle])].join(', ')
  const price = item.price === null ? [] : [formatPriceLine(item.price, locale)]
  if (item.isReviewed) return [head, ...price, `${mailTexts[locale].change}: ${item.reviewUrl}`]
  const stars = starLinks(item, locale).map(
    ({ rating, word, url }) => `${'★'.repeat(rating)}${'☆'.repeat(5 - rating)} ${word}: ${url}`,
  )
  return [head, ...price, ...stars]
}

const writeOrder = (order: MailOrder, locale: MailLocale, orderCount: number): string[] => {
  const { shown, hiddenCount, hiddenUrl } = chooseShownItems(order.items, orderCount)
  const texts = mailTexts[locale]
  return [
    ...(order.name === null ? [] : [texts.order(order.name), '']),
    ...shown.flatMap((item) => [...writeItem(item, locale), '']),
    ...(hiddenCount === 0 ? [] : [`${texts.moreItems(hiddenCount)}: ${hiddenUrl}`, '']),
  ]
}

/** The whole mail for programs and people that read no HTML. */
export const renderPlainText = (mail: CustomerMail): string => {
  const { locale, shop } = mail
  const texts = mailTexts[locale]
  const isRequest = mail.kind === 'review_request'
  const orders = isRequest ? [mail.order] : mail.orders
  return [
    texts.greeting(mail.firstName),
    '',
    isRequest ? texts.requestIntro(shop.name) : texts.freshIntro(shop.name),
    '',
    ...orders.flatMap((order) => writeOrder(order, locale, orders.length)),
    '-- ',
    isRequest ? texts.requestReason(shop.name) : texts.freshReason,
    ...(isRequest ? [`${texts.unsubscribe}: ${mail.unsubscribeUrl}`] : []),
    shop.postalAddress === null ? shop.name : `${shop.name} · ${shop.postalAddress}`,
    '',
  ].join('\n')
}

/** The same for a mail to staff. */
export const renderStaffText = (mail: StaffMail): string =>
  [
    mail.name === null ? 'Hello,' : `Hello ${mail.name},`,
    '',
    ...mail.paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...(mail.action === null ? [] : [`${mail.action.label}: ${mail.action.url}`, '']),
    ...(mail.code === null ? [] : [`Code: ${spacedCode(mail.code)}`, '']),
    '-- ',
    mail.reason,
    '',
  ].join('\n')

/** Digits in groups of four, as people read them out. */
export const spacedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')
