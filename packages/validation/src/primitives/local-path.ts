/** A base that no path can name, to see whether a text leaves it. */
const base = 'https://afterword.invalid'

/**
 * The one decision of what is a path of our own, for every address that somebody may be sent on to.
 * Works in browsers as well.
 *
 * What is returned stays on the origin it is resolved against, however often that is done, and reading it
 * again gives the same. The normal form is what is judged: `/..//host` names a host only in that form.
 *
 * @returns Path, query and fragment in ASCII, always with one leading `/`; null for anything that could
 *   lead elsewhere: another origin, `//host`, `/\host`, a scheme, control characters.
 */
export const readLocalPath = (text: string | null | undefined): string | null => {
  if (typeof text !== 'string' || !text.startsWith('/') || /[\\\p{Cc}]/u.test(text)) return null
  if (!URL.canParse(text, base)) return null
  const { origin, pathname, search, hash } = new URL(text, base)
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null
}

/**
 * The same for a text that may also be a whole address of ours, as next-auth writes them.
 *
 * @param publicUrl  Our own address without a trailing slash.
 */
export const readLocalAddress = (text: string, publicUrl: string): string | null =>
  readLocalPath(text.startsWith(`${publicUrl}/`) ? text.slice(publicUrl.length) : text)
