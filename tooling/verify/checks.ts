import { spawn } from 'node:child_process'

export interface Check {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  /** What of a change it looks at (choose-checks.ts). */
  readonly scope: 'files' | 'folders' | 'packages' | 'root' | 'services' | 'manifests' | 'code'
}

export interface CheckResult {
  readonly name: string
  readonly isPassed: boolean
  readonly output: string
  readonly seconds: number
}

const lint = ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'] as const
const cruise = ['depcruise', 'apps', 'packages', '--config'] as const

/** What needs neither a database nor a browser. */
export const checks: readonly Check[] = [
  { name: 'format', scope: 'files', command: ['oxfmt', '--check', '--no-error-on-unmatched-pattern', '.'] },
  { name: 'lint', scope: 'folders', command: lint },
  { name: 'types', scope: 'packages', command: ['turbo', 'run', 'types', '--output-logs=errors-only'] },
  { name: 'types of tooling and browser tests', scope: 'root', command: ['tsc', '--noEmit', '-p', 'tooling'] },
  { name: 'imports', scope: 'code', command: [...cruise, 'tooling/lint/dependency-rules.cjs'] },
  { name: 'folders', scope: 'code', command: [...cruise, 'tooling/lint/folder-rules.cjs'] },
  { name: 'verbs', scope: 'services', command: ['node', 'tooling/lint/verbs/main.ts'] },
  { name: 'habits', scope: 'code', command: ['node', 'tooling/lint/habits/main.ts'] },
  { name: 'texts in components', scope: 'code', command: ['node', 'tooling/lint/shown-texts.ts'] },
  { name: 'unused code', scope: 'code', command: ['knip', '--treat-config-hints-as-errors'] },
  { name: 'versions', scope: 'manifests', command: ['sherif'] },
  { name: 'secrets', scope: 'files', command: ['secretlint', '**/*'] },
]

/** Runs one check and keeps what it printed. */
export const runCheck = async ({ name, command }: Pick<Check, 'name' | 'command'>): Promise<CheckResult> => {
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

/** Runs checks, one after another, and prints each result; the output of a failed one in full. */
export const runChecks = async (chosen: readonly Check[] = checks): Promise<CheckResult[]> => {
  const results: CheckResult[] = []
  for (const check of chosen) {
    const result = await runCheck(check)
    results.push(result)
    console.log(`${result.isPassed ? 'ok  ' : 'FAIL'} ${result.name} (${result.seconds.toFixed(1)} s)`)
    if (!result.isPassed) console.log(result.output)
  }
  return results
}
