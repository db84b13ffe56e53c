import { ensureInstalled } from './install.mjs'
import { runOnNode24 } from './run.mjs'

ensureInstalled()
runOnNode24(['tooling/test/main.ts', ...process.argv.slice(2)])
