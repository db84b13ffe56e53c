/** Reviews of one page of the widget, and so of one answer of the storefront. */
export const reviewsPerPage = { usual: 5, most: 50 } as const
