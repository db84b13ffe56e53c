import { readLocalAddress, readLocalPath } from '@afterword/validation/primitives/local-path'

/** A path that somebody may be sent to after sign-in, else `/admin`: sign-in does not lead to itself. */
const orHome = (path: string | null): string => (path === null || path.startsWith('/sign-in') ? '/admin' : path)

/** Where to go after sign-in: a path of our own; anything that could lead elsewhere gives `/admin`. */
export const safeNextPath = (next: string | null | undefined): string => orHome(readLocalPath(next))

/** The sign-in page, coming back to `path` afterwards. */
export const signInHref = (path: string): string => `/sign-in?next=${encodeURIComponent(safeNextPath(path))}`

/** Where to go after sign-in by a whole address of ours or by its path, as next-auth keeps them. */
export const safeNextAddress = (address: string, publicUrl: string): string =>
  orHome(readLocalAddress(address, publicUrl))

/** Where the sign-in page leads: its `next`, or the whole address that next-auth writes instead. */
export const readNextPath = (query: URLSearchParams, publicUrl: string): string =>
  safeNextAddress(query.get('next') ?? query.get('callbackUrl') ?? '', publicUrl)
