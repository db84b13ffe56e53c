import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const packages = path.resolve(import.meta.dirname, '../../..')
const source = path.join(packages, 'validation/src')

/** What a file imports to run with: types are gone by then. */
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'$/gm)].flatMap(
    ([statement, name = '']) => {
      const [, names] = /\{([^{}]*)\}/.exec(statement) ?? []
      const isOfTypes = names !== undefined && names.split(',').every((one) => /^\s*(?:type .*)?$/.test(one))
      return isOfTypes ? [] : [name]
    },
  )

/** All that a file of ours loads, itself included; packages by their names. */
const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const name of importsOf(file)) {
    if (name.startsWith('.')) loadedBy(path.resolve(path.dirname(file), name), seen)
    else seen.add(name)
  }
  return seen
}
const filesIn = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: packages })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => path.join(packages, file))

const ofRules = '@afterword/validation/'
const usedBy = (pattern: string): readonly string[] =>
  filesIn(pattern)
    .flatMap(importsOf)
    .filter((name) => name.startsWith(ofRules))
    .map((name) => path.join(source, `${name.slice(ofRules.length)}.ts`))

test.each([
  ['rules.ts of each subject', filesIn('validation/src/*/rules.ts')],
  ['what the embed uses', usedBy('widget/src/*.ts')],
  ['what the tables use', usedBy('db/src/schema/**/*.ts')],
])('%s loads no schema library', (_name, files) => {
  expect(files.length).toBeGreaterThan(3)
  for (const file of new Set(files)) expect([...loadedBy(file)], path.relative(source, file)).not.toContain('zod')
})

test('a file with a schema is found out', () => {
  expect([...loadedBy(path.join(source, 'review/submit.ts'))]).toContain('zod')
})
