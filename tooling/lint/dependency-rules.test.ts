import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '../..')
const load = createRequire(import.meta.url)
const names = z.array(z.string())
const { districts, apart } = z
  .object({ districts: z.record(z.string(), names), apart: z.record(z.string(), z.array(names)) })
  .parse(load('./districts.cjs'))
const rulesOf = (config: string): string[] =>
  z
    .object({ forbidden: z.array(z.object({ name: z.string() })) })
    .parse(load(config))
    .forbidden.map(({ name }) => name)

const folder = await mkdtemp(path.join(tmpdir(), 'afterword-plants-'))
afterAll(async () => await rm(folder, { recursive: true }))

let plants = 0
/** A file at `from` that imports one at `to`; a `to` that is no path is imported as it stands. */
const plant = async (from: string, to: string): Promise<void> => {
  plants += 1
  const name = `plant-${plants}.ts`
  const [importer, imported] = [path.join(folder, from, name), path.join(folder, to, name)]
  const isFile = /^(?:packages|apps)\//.test(to)
  await mkdir(path.dirname(importer), { recursive: true })
  if (isFile) {
    await mkdir(path.dirname(imported), { recursive: true })
    await writeFile(imported, 'export const one = 1\n')
  }
  const specifier = isFile ? path.relative(path.dirname(importer), imported) : to
  await writeFile(importer, `import '${specifier.startsWith('.') || !isFile ? specifier : `./${specifier}`}'\n`)
}

/** What a rule forbids, from which folder, to which. */
const breaches: [rule: string, from: string, to: string][] = [
  ...Object.entries(districts).flatMap(([where, list]) =>
    list
      .slice(0, -1)
      .map((name, index): [string, string, string] => [
        `${where.split('/')[1]}-${name}-imports-downwards`,
        `${where}/${name}/deep`,
        `${where}/${list[index + 1]}/deep`,
      ]),
  ),
  ...Object.entries(apart).flatMap(([where, pairs]) =>
    pairs.flatMap(([one, other]): [string, string, string][] => [
      [`${one}-knows-nothing-of-${other}`, `${where}/${one}`, `${where}/${other}`],
      [`${other}-knows-nothing-of-${one}`, `${where}/${other}`, `${where}/${one}`],
    ]),
  ),
  ['internal-stays-in-its-district', 'packages/services/src/reviews/submit', 'packages/services/src/orders/internal'],
  ['internal-is-not-for-others', 'packages/services/src', 'packages/services/src/orders/internal'],
  ['no-cycles', 'packages/errors/src/a', './plant-self.ts'],
  ['not-resolved', 'packages/errors/src/b', './nothing.ts'],
  ['errors-imports', 'packages/errors/src/c', 'packages/validation/src/c'],
  ['language-imports', 'packages/language/src/c', 'packages/validation/src/c'],
  ['validation-imports', 'packages/validation/src/c', 'packages/db/src/c'],
  ['logger-imports', 'packages/logger/src/c', 'packages/errors/src/c'],
  ['tracing-imports', 'packages/tracing/src/c', 'packages/db/src/c'],
  ['public-fetch-imports', 'packages/public-fetch/src/c', 'packages/db/src/c'],
  ['db-imports', 'packages/db/src/c', 'packages/auth/src/c'],
  ['auth-imports', 'packages/auth/src/c', 'packages/services/src/c'],
  ['jobs-imports', 'packages/jobs/src/c', 'packages/db/src/c'],
  ['services-imports', 'packages/services/src/c', 'packages/trpc/src/c'],
  ['trpc-imports', 'packages/trpc/src/c', 'packages/db/src/c'],
  ['widget-imports', 'packages/widget/src/c', 'packages/errors/src/c'],
  ['api-is-alone', 'apps/api/src/c', 'apps/web/src/c'],
  ['web-is-alone', 'apps/web/src/c', 'apps/api/src/c'],
  ['worker-is-alone', 'apps/worker/src/c', 'apps/api/src/c'],
  ['cli-is-alone', 'apps/cli/src/c', 'apps/worker/src/c'],
  ['language-stays-free', 'packages/language/src/d', 'react'],
  ['validation-holds-no-texts', 'packages/validation/src/f', 'packages/language/src/texts/f'],
  ['validation-stays-free', 'packages/validation/src/d', 'react'],
  ['jobs-stays-free', 'packages/jobs/src/d', 'fastify'],
  ['services-stays-free', 'packages/services/src/d', 'next'],
  ['trpc-stays-free', 'packages/trpc/src/d', 'postgres'],
  ['widget-stays-free', 'packages/widget/src/d', 'lit'],
  ['validation-runs-in-browsers', 'packages/validation/src/e', 'node:fs'],
]

/** Rule and importing folder of everything that the rules find. */
const findViolations = async (config: string): Promise<string[]> => {
  const program = path.join(root, 'node_modules/.bin/depcruise')
  const args = ['apps', 'packages', '--config', path.join(import.meta.dirname, config), '--output-type', 'json']
  const output = await new Promise<string>((resolve) => {
    execFile(program, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout))
  })
  return z
    .object({
      summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
    })
    .parse(JSON.parse(output))
    .summary.violations.map(({ rule, from }) => `${rule.name} ${from.replace(/\/[\w-]+\.ts$/, '')}`)
}

test('every rule of imports fails on a breach of it', { timeout: 60_000 }, async () => {
  for (const [, from, to] of breaches) await plant(from, to)
  await writeFile(path.join(folder, 'packages/errors/src/a/plant-self.ts'), "import './other.ts'\n")
  await writeFile(path.join(folder, 'packages/errors/src/a/other.ts'), "import './plant-self.ts'\n")
  for (const library of ['react', 'fastify', 'next', 'postgres', 'lit']) {
    const at = path.join(folder, 'node_modules', library)
    await mkdir(at, { recursive: true })
    await writeFile(
      path.join(at, 'package.json'),
      JSON.stringify({ name: library, version: '1.0.0', main: 'index.js' }),
    )
    await writeFile(path.join(at, 'index.js'), '')
  }
  const found = new Set(await findViolations('dependency-rules.cjs'))
  expect(breaches.map(([rule, from]) => `${rule} ${from}`).filter((breach) => !found.has(breach))).toEqual([])
  expect(rulesOf('./dependency-rules.cjs').filter((name) => !breaches.some(([rule]) => rule === name))).toEqual([])
})

test('two folders that import each other fail, at any depth, though no file does', { timeout: 60_000 }, async () => {
  await plant('packages/services/src/kernel/one/deep', 'packages/services/src/kernel/two')
  await plant('packages/services/src/kernel/two', 'packages/services/src/kernel/one/deep')
  expect(await findViolations('folder-rules.cjs')).toContain('no-folder-cycles packages/services/src/kernel/two')
})

test('every folder beside a district is one, so that its imports are held', async () => {
  for (const [where, list] of Object.entries(districts)) {
    const entries = await readdir(path.join(root, where), { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(
      folders.filter((name) => !list.includes(name) && !['testing', 'chaos', 'load', 'traces'].includes(name)),
    ).toEqual([])
  }
})
