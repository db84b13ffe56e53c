/** A base that no path can name, to see whether a text leaves it. */
const base = 'https://afterword.invalid'

/**
 * Where to go after signing in: a path of our own, or `/` for anything that could lead elsewhere
 * (`//evil.example`, `/\evil.example`, `https:evil.example`).
 */
export const toLocalPath = (next: string | undefined): string => {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, base)) return '/'
  const url = new URL(next, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/'
}
