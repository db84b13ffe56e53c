interface CookieOptions {
  readonly isSecure: boolean
  readonly maxAgeSeconds: number
  /** Default `/`, where every cookie of ours lives. */
  readonly path?: string
}

/** The `Set-Cookie` value of a cookie that no script can read and no other site's form sends. */
export const writeCookie = (name: string, value: string, options: CookieOptions): string =>
  [
    `${name}=${value}`,
    `Path=${options.path ?? '/'}`,
    `Max-Age=${Math.max(0, Math.floor(options.maxAgeSeconds))}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(options.isSecure ? ['Secure'] : []),
  ].join('; ')
