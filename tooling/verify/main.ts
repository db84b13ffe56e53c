// `pnpm verify`: all checks. `pnpm verify --affected [ref]`: those that what changed since `ref` (main) can fail.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { judgeChange, listChanged, readWorkspaces } from './affected.ts'
import { checks, runChecks } from './checks.ts'
import { chooseChecks } from './choose-checks.ts'

const root = path.join(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { affected: { type: 'boolean', default: false } },
})

const choose = () => {
  if (!values.affected) return checks
  const [ref = 'main'] = positionals
  const change = judgeChange(listChanged(root, ref), readWorkspaces(root), (file) => existsSync(path.join(root, file)))
  const names = change.affected.map(({ name }) => name)
  const where = change.isEverywhere
    ? 'everything, settings changed'
    : names.length === 0
      ? 'no package'
      : names.join(', ')
  console.log(`${change.files.length} changed files since ${ref}: ${where}`)
  return chooseChecks(change)
}

const results = await runChecks(choose())
process.exitCode = results.every((result) => result.isPassed) ? 0 : 1
