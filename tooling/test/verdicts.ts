// `pnpm verdicts [text]`: every case of e2e/verdicts in a real Chromium, or those whose names hold the text.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const env = { ...process.env, CHROMIUM_PATH: ensureChromium(), VERDICTS: process.argv[2] ?? '' }
const child = spawn('playwright', ['test', 'e2e/verdicts'], { cwd: root, stdio: 'inherit', env })
child.once('exit', (code) => process.exit(code ?? 1))
