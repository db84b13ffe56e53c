import { globSync, readFileSync } from 'node:fs'
import { judgeVerbs, type VerbRules } from './judge-verbs.ts'
import { findCarriers, readUnits } from './read-units.ts'

/** Sources of services by their path from the checkout's root, tests and what only tests use left out. */
export const readServices = (root: string): ReadonlyMap<string, string> => {
  const files = globSync('packages/services/src/**/*.ts', { cwd: root, exclude: (name) => name === 'node_modules' })
  const sources = files.filter((file) => !/\.test\.ts$|\/testing\//.test(file)).toSorted()
  return new Map(sources.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]))
}

/**
 * Whether each verb of services asks who may before it writes, and records its act.
 *
 * @param sources  Texts by path from the checkout's root.
 * @returns One sentence for each fault.
 */
export const checkVerbs = (sources: ReadonlyMap<string, string>, rules: VerbRules): string[] => {
  const carriers = new Set(['Transaction', ...[...sources].flatMap(([file, text]) => findCarriers(file, text))])
  return judgeVerbs(
    [...sources].flatMap(([file, text]) => readUnits(file, text, carriers)),
    rules,
  )
}
