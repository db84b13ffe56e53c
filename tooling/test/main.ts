// Everything, in the order in which it fails soonest. Ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChecks } from '../verify/checks.ts'
import { ensureChromium } from './chromium.ts'
import { addCounts, type Counts, countPlaywright, countVitest } from './counts.ts'
import { describeSlowest, timePlaywright, timeVitest } from './slowest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const reports = path.join(root, '.data/reports')
const vitestReport = path.join(reports, 'vitest.json')
const playwrightReport = path.join(reports, 'playwright.json')

const run = async (program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> =>
  await new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })

const readReport = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

/** Reads a runner's report; a runner that wrote none has failed once. */
const readCounts = async (file: string, count: (report: unknown) => Counts): Promise<Counts> => {
  try {
    return count(await readReport(file))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const runVerify = async (): Promise<Counts> => {
  const results = await runChecks()
  const passed = results.filter((result) => result.isPassed).length
  return { passed, failed: results.length - passed, skipped: 0 }
}

const runVitest = async (): Promise<Counts> => {
  const code = await run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`])
  const counts = await readCounts(vitestReport, countVitest)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const runPlaywright = async (): Promise<Counts> => {
  const code = await run('playwright', ['test', '--reporter=line,json'], {
    CHROMIUM_PATH: ensureChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
  })
  const counts = await readCounts(playwrightReport, countPlaywright)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** What took longest; nothing of a runner that wrote no report, which has failed already. */
const listSlowest = async (): Promise<string> => {
  const unitAndDatabase = readReport(vitestReport).then((report) => timeVitest(report, root))
  const browser = readReport(playwrightReport).then(timePlaywright)
  const read = await Promise.allSettled([unitAndDatabase, browser])
  return describeSlowest(read.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])))
}

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })
const counts = addCounts([await runVerify(), await runVitest(), await runPlaywright()])
console.log(`\n${await listSlowest()}\n`)
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exitCode = counts.failed === 0 ? 0 : 1
