import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** Away from the default, so that tests run beside a running demo; `E2E_PORT` where two runs share a machine. */
export const port = Number(process.env['E2E_PORT'] ?? 3499)
export const dataDir = path.join(root, '.data', port === 3499 ? 'e2e' : `e2e-${port}`)
export const publicUrl = `http://localhost:${port}`

/** Where the tests' own OpenID provider listens; a test starts it when it needs one. */
export const oidc = {
  port: port + 200,
  issuer: `http://localhost:${port + 200}`,
  clientId: 'afterword',
  clientSecret: 'known-to-tests-alone',
  name: 'Example ID',
} as const
