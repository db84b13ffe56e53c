import { exportJWK, generateKeyPair } from 'jose'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { Pool } from 'pg'
import { createOidcAdapter, oidcTable } from './oidc-adapter.ts'

/**
 * oidc-provider with Postgres storage: refresh tokens rotate at each use, access tokens are opaque
 * (its default), ID tokens are signed with EdDSA. Sends so many refresh tokens to its parent.
 */
const [port, count] = [Number(process.env['PORT']), Number(process.env['SESSIONS'])]
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_CONNECTIONS']),
})
await pool.query(oidcTable)
const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const provider = new Provider(`http://127.0.0.1:${port}`, {
  adapter: createOidcAdapter(pool),
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'EdDSA', use: 'sig', kid: 'bench' }] },
  enabledJWA: { idTokenSigningAlgValues: ['EdDSA'] },
  clients: [
    {
      client_id: 'bench',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['https://client.example/callback'],
      id_token_signed_response_alg: 'EdDSA',
    },
  ],
  scopes: ['openid', 'offline_access'],
  rotateRefreshToken: true,
  features: { devInteractions: { enabled: false } },
  ttl: { RefreshToken: 30 * 24 * 3600, AccessToken: 1800, IdToken: 1800, Grant: 30 * 24 * 3600 },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
})
const scope = 'openid offline_access'
const client = await provider.Client.find('bench')
if (client === undefined) throw new Error('no client')
const tokens: string[] = []
for (let index = 0; index < count; index += 1) {
  const accountId = `account-${index}`
  const grant = new provider.Grant({ clientId: 'bench', accountId })
  grant.addOIDCScope(scope)
  const grantId = await grant.save()
  const about = { client, accountId, grantId, scope, gty: 'authorization_code', authTime: 1, claims: {} }
  tokens.push(await new provider.RefreshToken(about).save())
}
const handle = provider.callback()
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1', () =>
  process.send?.({ type: 'ready', tokens }),
)
process.once('disconnect', () => process.exit(0))
