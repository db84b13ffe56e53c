import type { Language } from '@afterword/language/languages'
import { say } from '@afterword/language/text'
import { mailTexts } from '@afterword/language/texts/mail/texts'
import { staffMailTexts } from '@afterword/language/texts/staff-mail/texts'
import type { MailItem, MailOrder, ShopMail, StaffMail } from '@afterword/services/mail/mailer'
import { greet } from './greet.ts'
import { formatPriceLine } from './price-line.tsx'
import { chooseShownItems } from './shown-items.ts'
import { starLinks } from './star-links.tsx'

const writeItem = (item: MailItem, locale: Language): string[] => {
  const head = [item.title, ...(item.variantTitle === null ? [] : [item.variantTitle])].join(', ')
  const price = item.price === null ? [] : [formatPriceLine(item.price, locale)]
  if (item.isReviewed) return [head, ...price, `${mailTexts[locale].change}: ${item.reviewUrl}`]
  const stars = starLinks(item, locale).map(
    ({ rating, word, url }) => `${'★'.repeat(rating)}${'☆'.repeat(5 - rating)} ${word}: ${url}`,
  )
  return [head, ...price, ...stars]
}

const writeOrder = (order: MailOrder, locale: Language, orderCount: number): string[] => {
  const { shown, hiddenCount, hiddenUrl } = chooseShownItems(order.items, orderCount)
  const texts = mailTexts[locale]
  return [
    ...(order.name === null ? [] : [say(texts.order, { name: order.name }), '']),
    ...shown.flatMap((item) => [...writeItem(item, locale), '']),
    ...(hiddenCount === 0 ? [] : [`${say(texts.moreItems, { count: hiddenCount })}: ${hiddenUrl}`, '']),
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
      return [say(texts.requestIntro, { shop: shop.name }), '', ...writeOrders([mail.order])]
    case 'fresh_link':
      return [say(texts.freshIntro, { shop: shop.name }), '', ...writeOrders(mail.orders)]
    case 'invitation':
      return [
        say(texts.invitationIntro, { inviter: mail.inviterName, shop: shop.name }),
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
      return [say(texts.requestReason, { shop: mail.shop.name }), `${texts.unsubscribe}: ${mail.unsubscribeUrl}`]
    case 'fresh_link':
      return [
        say(texts.freshReason[mail.reason], { shop: mail.shop.name }),
        `${texts.unsubscribe}: ${mail.unsubscribeUrl}`,
      ]
    case 'invitation':
      return [say(texts.invitationReason, { inviter: mail.inviterName })]
  }
}

/** The whole mail for programs and people that read no HTML. */
export const renderPlainText = (mail: ShopMail): string => {
  const { shop } = mail
  return [
    greet(mailTexts[mail.locale], mail.greetingName),
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
    greet(staffMailTexts, mail.name),
    '',
    ...mail.paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...(mail.action === null ? [] : [`${mail.action.label}: ${mail.action.url}`, '']),
    ...(mail.code === null
      ? []
      : [
          ...(mail.codeLead === undefined ? [] : [mail.codeLead, '']),
          say(staffMailTexts.code, { code: spacedCode(mail.code) }),
          '',
        ]),
    '-- ',
    mail.reason,
    '',
  ].join('\n')

/** Digits in groups of four, as people read them out. */
export const spacedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')
