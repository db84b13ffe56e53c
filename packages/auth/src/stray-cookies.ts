import { repeatedCookies } from './read-cookies.ts'
import { writeCookie } from './write-cookie.ts'

/** Every folder that an address is in, `/` left out: where a cookie that came with it may live besides. */
const foldersOf = (address: string): string[] => {
  const parts = (address.split('?')[0] ?? '').split('/').slice(1)
  return parts.map((_part, index) => `/${parts.slice(0, index + 1).join('/')}`).filter((folder) => folder.length > 1)
}

/**
 * `Set-Cookie` values that remove what was left at longer paths under names of ours, so that it comes with no further
 * request; to be sent before those that set anything. Empty unless a name came more than once. Over https there are
 * none: `__Host-` cookies live at `/` alone.
 *
 * @param request.address  Path of the request, with or without query.
 */
export const clearStrayCookies = (
  request: { readonly cookie: string | undefined; readonly address: string },
  isSecure: boolean,
): string[] => {
  if (isSecure) return []
  return repeatedCookies(request.cookie).flatMap((name) =>
    foldersOf(request.address).map((path) => writeCookie(name, '', { isSecure, maxAgeSeconds: 0, path })),
  )
}
