/** What stands around every page of staff: the ways to other pages, the account’s menu, what a list says of itself. */
export const en = {
  skip: 'Skip to content',
  main: 'Main',
  sections: {
    reviews: 'Reviews',
    requests: 'Requests',
    delivery: 'Delivery',
    widget: 'Widget',
    people: 'People',
    settings: 'Settings',
    incidents: 'Incidents',
    attempts: 'Attempts',
    webhooks: 'Webhooks',
    load: 'Load',
  },
  settings: { label: 'Settings', general: 'General', connection: 'Connection', log: 'Activity log' },
  otherShops: 'Other shops',
  account: 'Account',
  signOut: 'Sign out',
  signOutFailed: 'Couldn’t sign out. Try again',
  disconnected: {
    title: 'Your shop is disconnected from Afterword',
    cancelling:
      'Your platform reported that Afterword was removed. No review emails are being sent, and scheduled ones are cancelled on {day}. To reconnect, install Afterword on your platform again: emails resume with the next order or product update.',
    cancelled:
      'Your platform reported that Afterword was removed. No review emails are being sent, and scheduled ones were cancelled on {day}. To reconnect, install Afterword on your platform again: emails resume with the next order or product update.',
    settings: 'View connection settings',
  },
  tryAgain: 'Try again',
  loading: 'Loading: {title}',
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  allChoices: 'All',
  otherChoice: 'Choose another filter above.',
} as const
