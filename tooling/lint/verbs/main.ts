// Part of `pnpm verify`: every verb of services asks who may and records its act (docs/decisions/050).
import path from 'node:path'
import { checkVerbs, readServices } from './check-verbs.ts'
import { verbRules } from './verb-rules.ts'

const faults = checkVerbs(readServices(path.join(import.meta.dirname, '../../..')), verbRules)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
