/** What Afterword is: the start page, and what search engines say of an installation. */
export const en = {
  title: 'Afterword: product reviews on your own server',
  description: 'Product reviews for online shops, on your own server.',
  stars: 'Five stars',
  heading: 'Product reviews for your shop, on your own server.',
  toReviews: 'Go to your reviews',
  toDemo: 'See the demo shop',
  facts: {
    afterTheParcel: {
      name: 'After the parcel',
      text: 'Each order gets one mail, some days after delivery. A star in it opens the review page.',
    },
    nothingLost: {
      name: 'Nothing typed is lost',
      text: 'A review survives a lost connection, a reload and a server that is away.',
    },
    youDecide: {
      name: 'You decide',
      text: 'Read, publish, reply. Every decision is kept with its reason and can be undone.',
    },
    onYourPage: {
      name: 'On your product page',
      text: 'A small widget shows reviews and the rating. No tracking, no third party.',
    },
  },
  fromMail: 'Came here from a mail? Open its link again: it leads to your own page.',
} as const
