import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { Pool } from 'pg'

/**
 * better-auth with its own Postgres storage, as its guide sets it up, without its limit of calls.
 * `RENEW=1`: each call of `get-session` renews the session's row (`updateAge: 0`); else none does.
 * Sends the session cookies of so many sessions to its parent.
 */
const [port, count] = [Number(process.env['PORT']), Number(process.env['SESSIONS'])]
const secret = 'a secret of thirty-two characters or more'
const options = {
  baseURL: `http://127.0.0.1:${port}`,
  secret,
  database: new Pool({
    connectionString: process.env['DATABASE_URL'],
    max: Number(process.env['DATABASE_CONNECTIONS']),
  }),
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  session: process.env['RENEW'] === '1' ? { updateAge: 0 } : {},
}
await (await getMigrations(options)).runMigrations()
const auth = betterAuth(options)
const { internalAdapter } = await auth.$context
const user = await internalAdapter.createUser(
  { email: `${port}@example.com`, name: 'Mina', emailVerified: true },
  { method: 'email' },
)
const cookies: string[] = []
for (let index = 0; index < count; index += 1) {
  const { token } = await internalAdapter.createSession(user.id)
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  cookies.push(`better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`)
}
const handle = toNodeHandler(auth)
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1', () =>
  process.send?.({ type: 'ready', tokens: cookies }),
)
process.once('disconnect', () => process.exit(0))
