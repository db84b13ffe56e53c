import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import type { Env } from '#server/env.ts'

/** What a provider says about a person. */
export interface ProviderProfile {
  readonly issuer: string
  readonly sub: string
  /** An address the provider vouches for. */
  readonly verifiedEmail: string | null
  /** When the provider last asked them for a proof; undefined where it does not say. */
  readonly provedAt: Date | undefined
}

const addressSchema = z.object({
  email: z.string().optional(),
  // Some providers write it as a text.
  email_verified: z.union([z.boolean(), z.string()]).optional(),
})
const claimsSchema = addressSchema.extend({
  iss: z.string(),
  sub: z.string(),
  auth_time: z.int().nonnegative().max(1e11).optional().catch(undefined),
})

interface ProviderSettings {
  readonly id: 'google' | 'oidc'
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** The providers this installation is configured for, in the order of their buttons. */
export const configuredProviders = ({ google, oidc }: Env['signInProviders']): readonly ProviderSettings[] => [
  ...(google === null
    ? []
    : [{ id: 'google' as const, name: 'Google', issuer: 'https://accounts.google.com', ...google }]),
  ...(oidc === null ? [] : [{ id: 'oidc' as const, ...oidc }]),
]

/** The claims of an ID token whose signature and claims have been checked. */
const readIdToken = (idToken: string | undefined): z.infer<typeof claimsSchema> => {
  const [, payload = ''] = (idToken ?? '').split('.')
  return claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
}

const verifiedEmailOf = ({ email, email_verified }: z.infer<typeof addressSchema>): string | null =>
  email !== undefined && (email_verified === true || email_verified === 'true') ? email : null

/**
 * An OpenID provider for next-auth: authorization code with PKCE, state and nonce. Claims come from the ID token, and
 * from the userinfo endpoint where the ID token names no address.
 */
export const toNextAuthProvider = (settings: ProviderSettings): OAuthConfig<ProviderProfile> => ({
  id: settings.id,
  name: settings.name,
  type: 'oauth',
  wellKnown: `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  authorization: { params: { scope: 'openid email' } },
  checks: ['pkce', 'state', 'nonce'],
  idToken: true,
  userinfo: {
    request: async ({ client, tokens }): Promise<ProviderProfile> => {
      const claims = readIdToken(tokens.id_token)
      const provedAt = claims.auth_time === undefined ? undefined : new Date(claims.auth_time * 1_000)
      const profile = { issuer: claims.iss, sub: claims.sub, provedAt }
      if (claims.email !== undefined || tokens.access_token === undefined) {
        return { ...profile, verifiedEmail: verifiedEmailOf(claims) }
      }
      const userinfo = claimsSchema
        .omit({ iss: true, auth_time: true })
        .parse(await client.userinfo(tokens.access_token))
      // OpenID Connect Core 5.3.2: of another subject, it may not be used.
      return { ...profile, verifiedEmail: userinfo.sub === claims.sub ? verifiedEmailOf(userinfo) : null }
    },
  },
  profile: ({ sub }) => ({ id: sub }),
})
