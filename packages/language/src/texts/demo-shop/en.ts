/** A shop’s page as a theme would have it, with the embed on it, for people who look at Afterword. */
export const en = {
  title: '{shop}, a demo shop',
  notFound: 'Not found',
  lead: 'A demo shop. Its reviews below come from the Afterword embed.',
  more: 'More from {shop}',
  reviews: 'Customer reviews',
  rating: {
    one: '{average} out of 5 stars, {count} review',
    other: '{average} out of 5 stars, {count} reviews',
  },
} as const
