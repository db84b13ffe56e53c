const notAsked =
  'If it wasn’t you, you can ignore it: none of your data was shown to anyone. If you unsubscribe, an email like this can be requested once a week at most.'

/** Mails that show a shop: to its customers, and to somebody who is invited to it. */
export const en = {
  greeting: 'Hello,',
  greetingNamed: 'Hello {name},',
  requestSubject: 'How do you like your order from {shop}?',
  requestIntro:
    'Thank you for your order from {shop}. How is it? Choose a rating to start your review. You can read it through before you send it.',
  requestPreview: 'Tap a star to start. It takes a minute.',
  freshSubject: 'Your review links for {shop}',
  freshPreview: 'Choose an item and tap a star to start.',
  freshIntro: 'Here are new links to review what you bought from {shop}.',
  order: 'Order {name}',
  starLabel: '{rating} of 5 stars, {word}: {item}',
  fromPrice: 'from {price}',
  insteadOf: 'regular price',
  change: 'See or edit your review',
  moreItems: 'Review {count} more',
  requestReason: 'You’re getting this email once, because you bought these items from {shop}.',
  freshReason: {
    address_entered: `You’re getting this email because someone entered your address on a page of {shop}. ${notAsked}`,
    dead_link: `You’re getting this email because someone asked for a new link with one of your old ones from {shop}. ${notAsked}`,
    review_missing: 'You’re getting this email because your review didn’t reach {shop}.',
  },
  unsubscribe: 'Unsubscribe from this shop’s review emails',
  invitationSubject: 'Join {shop} on Afterword',
  invitationPreview: 'You can accept it within seven days.',
  invitationIntro: '{inviter} invites you to help manage the product reviews of {shop}.',
  invitationRole: {
    owner: 'As an owner, you can manage reviews, settings and people.',
    moderator: 'As a moderator, you can publish, reject and reply to reviews.',
    viewer: 'As a viewer, you can read reviews and see their status.',
  },
  invitationAccept: 'See the invitation',
  invitationTerms:
    'The link works once and expires in seven days. If the button doesn’t work, copy this address into your browser:',
  invitationReason:
    'You’re getting this email because {inviter} entered your address. If you don’t know them, you can ignore it.',
  sender: '{shop} via Afterword',
} as const
