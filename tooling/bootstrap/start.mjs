import { ensureInstalled } from './install.mjs'
import { runOnNode24 } from './run.mjs'

ensureInstalled()
runOnNode24(['apps/cli/src/main.ts', 'start', ...process.argv.slice(2)])
