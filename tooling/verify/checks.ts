import { spawn } from 'node:child_process'

export interface Check {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
}

export interface CheckResult {
  readonly name: string
  readonly isPassed: boolean
  readonly output: string
  readonly seconds: number
}

/** What needs neither a database nor a browser. */
export const checks: readonly Check[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'] },
  { name: 'types', command: ['turbo', 'run', 'types', '--output-logs=errors-only'] },
  { name: 'types of tooling and browser tests', command: ['tsc', '--noEmit', '-p', 'tooling'] },
  { name: 'imports', command: ['depcruise', 'apps', 'packages', '--config', 'tooling/lint/dependency-rules.cjs'] },
  { name: 'folders', command: ['depcruise', 'apps', 'packages', '--config', 'tooling/lint/folder-rules.cjs'] },
  { name: 'verbs', command: ['node', 'tooling/lint/verbs/main.ts'] },
  { name: 'habits', command: ['node', 'tooling/lint/habits/main.ts'] },
  { name: 'unused code', command: ['knip', '--treat-config-hints-as-errors'] },
  { name: 'versions', command: ['sherif'] },
  { name: 'secrets', command: ['secretlint', '**/*'] },
]

/** Runs one check and keeps what it printed. */
export const runCheck = async ({ name, command }: Check): Promise<CheckResult> => {
  const started = performance.now()
  const [program, ...args] = command
  const chunks: Buffer[] = []
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      resolve(1)
    })
    child.once('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  return {
    name,
    isPassed: code === 0,
    output: Buffer.concat(chunks).toString('utf8'),
    seconds: (performance.now() - started) / 1000,
  }
}

/** Runs all checks, one after another, and prints each result; the output of a failed one in full. */
export const runChecks = async (): Promise<CheckResult[]> => {
  const results: CheckResult[] = []
  for (const check of checks) {
    const result = await runCheck(check)
    results.push(result)
    console.log(`${result.isPassed ? 'ok  ' : 'FAIL'} ${result.name} (${result.seconds.toFixed(1)} s)`)
    if (!result.isPassed) console.log(result.output)
  }
  return results
}
