import { customerCodes } from '@afterword/errors/customer-codes'

const text = (code: keyof typeof customerCodes): string => customerCodes[code].message

/** English, and by its shape what every other language must say. */
export const en = {
  locale: 'en',
  ratingLegend: 'Your rating',
  ratingPrompt: 'Tap a star',
  ratingWords: { 1: 'Poor', 2: 'Fair', 3: 'OK', 4: 'Good', 5: 'Excellent' },
  starsOf: (rating: number): string => `${rating} of 5 stars`,
  orderName: (name: string): string => `Order ${name}`,
  quantity: (count: number): string => `${count} pieces`,
  position: (index: number, count: number): string => `${index} of ${count}`,
  price: 'Price',
  compareAt: 'Before',
  fromPrice: (price: string): string => `from ${price}`,
  bodyLabel: 'Your review',
  bodyPlaceholder: 'What would you tell a friend about it?',
  bodyHint: 'How do you use it? What surprised you, good or bad?',
  titleLabel: 'Headline',
  optional: 'optional',
  nameLabel: 'Name shown with your review',
  send: 'Send review',
  saveEdit: 'Save changes',
  cancelEdit: 'Keep it as it was',
  edit: 'Edit review',
  savedHere: { phone: 'Saved on this phone', computer: 'Saved on this computer' },
  savedEverywhere: (here: string): string => `${here}. Your link shows it on other devices too.`,
  savedAway: 'Saved. Your link shows it again.',
  draftNews: {
    replaced:
      'You also wrote on another device. What stands here is newer and counts now; the other text is still on that device.',
    taken: 'You wrote this last, on another device.',
    kept: 'You also wrote on another device. What stands here is newer.',
  },
  otherDraft: 'Show the other text',
  notSavedHere: 'This browser does not keep drafts. Please send before you leave.',
  sending: 'Sending…',
  checking: 'Checking whether your review arrived…',
  waiting: 'No answer yet. Nothing is lost: your review is saved on this device, and we try again in a moment.',
  paused:
    'We could not reach the shop. Nothing is lost: your review is saved on this device. Try again when you have a connection.',
  tryNow: 'Try again now',
  thanks: (name: string | null): string => (name === null ? 'Sent. Thank you.' : `Sent. Thank you, ${name}.`),
  changed: 'Your changes are saved.',
  alreadyThere: 'You had already reviewed this item. This is what we have; you can edit it.',
  whatHappensNext: (shop: string): string =>
    `${shop} reads it, usually within a day, and then it appears on the product’s page.`,
  yourReview: 'Your review',
  writtenOn: (day: string): string => `Written on ${day}`,
  editedOn: (day: string): string => `changed on ${day}`,
  statusPending: (shop: string): string => `${shop} will read it soon.`,
  statusPublished: 'It is on the product’s page.',
  statusRejected: (shop: string): string => `${shop} did not publish it. You can change it and send it again.`,
  shopReply: (shop: string): string => `${shop} replied`,
  notReviewable: 'This item was refunded or cancelled, so it cannot be reviewed.',
  nextItem: 'Next from your order',
  otherItems: 'From the same order',
  rateNow: 'Tap a star to start',
  reviewed: 'Reviewed',
  allDone: 'That was everything from this order. Thank you for your time.',
  nothingToReview: 'There is nothing to review in this order.',
  backToShop: (shop: string): string => `Go to ${shop}`,
  reviewPageTitle: (shop: string): string => `Your review for ${shop}`,
  notFoundTitle: 'This link does not work any more',
  notFoundBody: 'It may be too old, or a part of it was lost when it was copied. Nothing you wrote is lost.',
  linkAgainOffer:
    'Tap below, and a fresh link goes to the e-mail address this one was sent to. You need not type anything.',
  linkAgain: 'Send me a fresh link',
  linkAgainTitle: 'Look into your mail',
  linkAgainBody:
    'If that link was ever one of ours, a fresh one is on its way to the address it was sent to. It can take a few minutes; look into the spam folder too.',
  linkAgainNothing:
    'No mail? Ask with your e-mail address, by the review link on the shop’s website, or write to the shop.',
  notFoundNewest: 'Open the newest mail from the shop: its link works.',
  notFoundRemembered: (shop: string): string => `Ask ${shop} for a fresh link`,
  notFoundShop:
    'No such mail? Write to the shop, or use the review link on its website: there you can ask for a fresh one.',
  loginTitle: 'Get a fresh review link',
  loginBody: (shop: string): string =>
    `Type the e-mail address you used at ${shop}. We send you a link to review what you bought.`,
  email: 'E-mail address',
  sendLink: 'Send me a link',
  linkSentTitle: 'Look into your mail',
  linkSentBody: (shop: string): string =>
    `If this address has an order at ${shop}, a link is on its way. It can take a few minutes; look into the spam folder too.`,
  anotherAddress: 'Use another address',
  subscribedTitle: (shop: string): string => `Stop review mail from ${shop}?`,
  subscribedBody: 'You will get no more mail that asks for a review. Mail about your orders still comes.',
  confirmEmail: (masked: string): string =>
    `Type the address it came to (${masked}). Programs that check mail press buttons too; this tells us it is you.`,
  unsubscribe: 'Stop this mail',
  unsubscribedTitle: 'Done: no more review mail',
  unsubscribedBody: (shop: string): string => `${shop} will not ask you for reviews any more.`,
  resubscribe: 'Undo',
  errors: {
    'review.rating_required': text('review.rating_required'),
    'review.body_required': text('review.body_required'),
    'review.body_too_long': text('review.body_too_long'),
    'review.title_too_long': text('review.title_too_long'),
    'review.author_name_too_long': text('review.author_name_too_long'),
    'line_item.not_reviewable': text('line_item.not_reviewable'),
    'line_item.not_found': text('line_item.not_found'),
    'review_link.not_found': text('review_link.not_found'),
    'email.invalid': text('email.invalid'),
    'subscription.email_mismatch': text('subscription.email_mismatch'),
    'rate.limited': text('rate.limited'),
    internal: text('internal'),
  },
}

/** Every language says all of it: a missing sentence does not compile. */
export type Dictionary = typeof en
