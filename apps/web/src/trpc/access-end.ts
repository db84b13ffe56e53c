const marker = /(?:^|;\s*)at_exp=(\d{1,12})(?:;|$)/

/**
 * When the access token ends, in epoch seconds, from the cookie `at_exp`: all that a script may know of the session.
 * It changes with every renewal, by whichever tab. Null when there is none.
 *
 * @param cookies  `document.cookie`
 */
export const readAccessEnd = (cookies: string): number | null => {
  const [, seconds] = marker.exec(cookies) ?? []
  return seconds === undefined ? null : Number(seconds)
}
