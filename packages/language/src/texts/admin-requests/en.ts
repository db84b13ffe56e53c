/** The log of a shop’s review requests. */
export const en = {
  title: 'Review requests',
  states: {
    scheduled: 'Scheduled',
    sent: 'Sent',
    cancelled: 'Cancelled',
    given_up: 'Failed',
  },
  cancelReasons: {
    order_cancelled: 'The order was cancelled.',
    nothing_to_review: 'There are no items left to review.',
    unsubscribed: 'The customer unsubscribed.',
    shop_uninstalled: 'The shop was disconnected.',
  },
  failedTries: { one: '1 try: {error}', other: '{count} tries: {error}' },
  none: {
    title: 'No review requests yet',
    text: 'The first one appears here when an order is fulfilled.',
    inState: 'No requests in this state',
    connect: 'Connect your shop',
  },
  order: 'Order',
  customer: 'Customer',
  state: 'State',
  when: 'When',
  reason: 'Reason',
} as const
