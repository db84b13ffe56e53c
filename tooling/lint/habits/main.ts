// Part of `pnpm verify`: tests wait for events, not for time, and suppressions are explained (CONTRIBUTING.md).
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkHabits } from './check-habits.ts'
import { sleepingTests } from './sleeping-tests.ts'

const root = path.join(import.meta.dirname, '../../..')
const files = globSync('{apps,packages,bench,e2e,tooling}/**/*.{ts,tsx,mjs,cjs}', {
  cwd: root,
  exclude: (name) => name === 'node_modules' || name === '.next' || name === 'dist',
}).filter((file) => !/node_modules|\/\.next\//.test(file))
const sources = new Map(files.toSorted().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
const faults = checkHabits(sources, sleepingTests)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
