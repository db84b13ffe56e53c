import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const dataDir = path.join(root, '.data', 'e2e')
/** Away from the default, so that tests run beside a running demo. */
export const port = 3499
export const publicUrl = `http://localhost:${port}`
