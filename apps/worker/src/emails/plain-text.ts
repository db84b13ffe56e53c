import type { MailItem, MailLocale, MailOrder, ShopMail, StaffMail } from '@afterword/services/mail/mailer'
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

/** What stands between the greeting and the footer. */
const writeBody = (mail: ShopMail): string[] => {
  const { locale, shop } = mail
  const texts = mailTexts[locale]
  const writeOrders = (orders: readonly MailOrder[]): string[] =>
    orders.flatMap((order) => writeOrder(order, locale, orders.length))
  switch (mail.kind) {
    case 'review_request':
      return [texts.requestIntro(shop.name), '', ...writeOrders([mail.order])]
    case 'fresh_link':
      return [texts.freshIntro(shop.name), '', ...writeOrders(mail.orders)]
    case 'invitation':
      return [
        texts.invitationIntro(mail.inviterName, shop.name),
        texts.invitationRole[mail.role],
        '',
        `${texts.invitationAccept}: ${mail.acceptUrl}`,
        '',
      ]
  }
}

/** Why this mail came, and how to stop it. */
const writeReason = (mail: ShopMail): string[] => {
  const texts = mailTexts[mail.locale]
  switch (mail.kind) {
    case 'review_request':
      return [texts.requestReason(mail.shop.name), `${texts.unsubscribe}: ${mail.unsubscribeUrl}`]
    case 'fresh_link':
      return [texts.freshReason[mail.reason](mail.shop.name), `${texts.unsubscribe}: ${mail.unsubscribeUrl}`]
    case 'invitation':
      return [texts.invitationReason(mail.inviterName)]
  }
}

/** The whole mail for programs and people that read no HTML. */
export const renderPlainText = (mail: ShopMail): string => {
  const { shop } = mail
  return [
    mailTexts[mail.locale].greeting(mail.greetingName),
    '',
    ...writeBody(mail),
    '-- ',
    ...writeReason(mail),
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
    ...(mail.code === null
      ? []
      : [...(mail.codeLead === undefined ? [] : [mail.codeLead, '']), `Code: ${spacedCode(mail.code)}`, '']),
    '-- ',
    mail.reason,
    '',
  ].join('\n')

/** Digits in groups of four, as people read them out. */
export const spacedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')
