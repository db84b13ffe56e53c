/** How a shop’s review requests reach its customers, and which customers gave up. */
export const en = {
  title: 'Delivery',
  loading: 'Loading: Delivery',
  requests: {
    title: 'Review requests',
    text: {
      one: 'Those sent in the last day, and what has come of them so far.',
      other: 'Those sent in the last {count} days, and what has come of them so far.',
    },
    sent: { name: 'Sent', note: 'accepted by the mail server' },
    opened: { name: 'Opened by people', note: 'of those sent, a person opened the link' },
    scanned: {
      name: 'Opened by scanners only',
      note: 'of those sent, only email security programs opened the link',
    },
    reviewed: { name: 'Reviewed', note: 'of those sent, the order has a review' },
  },
  submissions: {
    title: 'Submissions',
    text: {
      one: 'Reviews that failed on their way in the last day, whenever their request was sent.',
      other: 'Reviews that failed on their way in the last {count} days, whenever their request was sent.',
    },
    recovered: { name: 'Recovered by retry', note: 'failed at first, then sent again automatically' },
    gaveUp: { name: 'Never arrived', note: 'requests whose customer gave up' },
  },
  failed: {
    title: 'Failed submissions',
    latest: 'The latest {count}.',
    none: 'No failed submissions',
    noneText: {
      one: 'Every review that a customer sent in the last day has arrived.',
      other: 'Every review that a customer sent in the last {count} days has arrived.',
    },
    order: 'Order',
    customer: 'Customer',
    lastTry: 'Last try',
    newLink: 'New link',
    send: 'Send a new link',
    sent: 'Sent {time}',
  },
} as const
