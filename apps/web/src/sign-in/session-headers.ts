const nextAuthSession = /^(?:__Secure-|__Host-)?next-auth\.session-token(?:\.\d+)?=/

/** The same headers without next-auth's own session cookie, whole or in parts. */
export const withoutNextAuthSession = (original: Headers): Headers => {
  const headers = new Headers(original)
  headers.delete('set-cookie')
  for (const cookie of original.getSetCookie()) {
    if (!nextAuthSession.test(cookie)) headers.append('set-cookie', cookie)
  }
  return headers
}
