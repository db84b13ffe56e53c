/** Pages about a review link and its mails: lost, asked for again, unsubscribed from. */
export const en = {
  notFoundTitle: 'This link doesn’t work',
  notFoundBody:
    'It may have expired, or part of it was lost when it was copied. Reviews you’ve already sent aren’t affected.',
  linkAgainOffer: 'We can email a new link to the address this one was sent to.',
  linkAgain: 'Email me a new link',
  linkAgainColdTitle: 'Get a new review link',
  linkAgainCold: 'Open the link from your email. If it doesn’t work, its page has a button that emails you a new one.',
  linkAgainTitle: 'Check your email',
  linkAgainBody:
    'If the old link was valid, a new one is on its way to the address it was sent to. It can take a few minutes; check your spam folder too.',
  linkAgainNothing: 'No email? Use the review link on the shop’s website, or contact the shop.',
  linkAgainElse: 'Or use the review link on the shop’s website, or contact the shop.',
  notFoundRemembered: 'Get a new link from {shop}',
  notFoundShop: 'Still stuck? Open the latest email from the shop, or contact the shop.',
  loginTitle: 'Get a new review link',
  loginBody: 'Enter the email address you used at {shop}. We’ll send you a link to review what you bought.',
  email: 'Email address',
  sendLink: 'Send me a link',
  linkSentTitle: 'Check your email',
  linkSentBody:
    'If this address has an order at {shop}, a link is on its way. It can take a few minutes; check your spam folder too.',
  anotherAddress: 'Use a different address',
  subscribedTitle: 'Unsubscribe from {shop}’s review emails?',
  subscribedBody: 'You won’t get any more emails that ask for a review. Emails about your orders still arrive.',
  confirmEmail:
    'Enter the address the email was sent to ({masked}). Email scanners press buttons too, so this confirms it’s you.',
  unsubscribe: 'Unsubscribe',
  unsubscribedTitle: 'You’re unsubscribed',
  unsubscribedBody:
    '{shop} won’t ask you for reviews any more. Changed your mind? Enter your address to get review emails again.',
  resubscribe: 'Subscribe again',
} as const
