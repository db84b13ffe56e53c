// Starts a fresh installation for the browser tests: its own data folder, emptied first.
import { stopEmbeddedPostgres } from '@afterword/db/embedded/embedded'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { dataDir, oidc, port, root } from './place.ts'

if (existsSync(path.join(dataDir, 'postgres'))) {
  // A killed run leaves its Postgres behind; the folder must not go before the server does.
  await stopEmbeddedPostgres(dataDir)
}
await rm(dataDir, { recursive: true, force: true })

const child = spawn(process.execPath, [path.join(root, 'apps/cli/src/main.ts'), 'start'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  env: {
    ...process.env,
    PORT: String(port),
    AFTERWORD_DATA_DIR: dataDir,
    DATABASE_URL: '',
    SMTP_URL: '',
    AFTERWORD_GALLERY: '1',
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
    OIDC_NAME: oidc.name,
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'))
child.once('exit', (code) => process.exit(code ?? 1))
