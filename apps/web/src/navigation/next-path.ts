const base = 'http://afterword.invalid'

/**
 * Where to go after sign-in: only a path of our own. Anything that could lead elsewhere (another
 * origin, `//host`, `/\host`, a scheme) gives `/admin`.
 */
export const safeNextPath = (next: string | null | undefined): string => {
  const home = '/admin'
  if (typeof next !== 'string' || !next.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return home
  let url: URL
  try {
    url = new URL(next, base)
  } catch {
    return home
  }
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return home
  return `${url.pathname}${url.search}`
}

/** The sign-in page, coming back to `path` afterwards. */
export const signInHref = (path: string): string => `/sign-in?next=${encodeURIComponent(safeNextPath(path))}`

/** The path that an absolute address of ours names; anything else stays as it is, for `safeNextPath` to judge. */
export const withoutOrigin = (address: string, publicUrl: string): string =>
  address.startsWith(`${publicUrl}/`) ? address.slice(publicUrl.length) : address

/** Where the sign-in page leads: its `next`, or the whole address that next-auth writes instead. */
export const readNextPath = (query: URLSearchParams, publicUrl: string): string =>
  safeNextPath(query.get('next') ?? withoutOrigin(query.get('callbackUrl') ?? '', publicUrl))
