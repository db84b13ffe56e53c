/** What stands in place of a page that does not exist, and of one that could not be loaded. */
export const en = {
  notFound: {
    title: 'Page not found',
    text: 'Check the address, or go back to the previous page.',
    toStart: 'Go to the start page',
  },
  failed: {
    title: 'This page could not be loaded',
    text: 'Something went wrong on our side. Nothing was changed.',
    reference: 'Reference {digest}',
    reload: 'Reload page',
  },
} as const
