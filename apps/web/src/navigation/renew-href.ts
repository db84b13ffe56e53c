/** Renews the session on the way to a page of ours; only a person's own navigation may take it. */
export const renewHref = (path: string): string => `/api/session/refresh?next=${encodeURIComponent(path)}`
