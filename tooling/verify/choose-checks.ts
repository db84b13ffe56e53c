import type { Change } from './affected.ts'
import { type Check, checks } from './checks.ts'

const isSource = (file: string): boolean => /\.(?:ts|tsx|mjs|cjs|css|json)$/.test(file)
const isIn = (file: string, folder: string): boolean => file.startsWith(`${folder}/`)

/** What a check runs on for a change, as the end of its command; null where it has nothing to look at. */
const argsFor = ({ scope }: Check, { files, affected }: Change): readonly string[] | null => {
  const folders = affected.flatMap(({ folder }) => (folder === '.' ? ['tooling', 'e2e'] : [folder]))
  const none = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list)
  switch (scope) {
    case 'files':
      return none(files)
    case 'folders':
      return none(folders)
    case 'packages':
      return none(affected.filter(({ folder }) => folder !== '.').map(({ name }) => `--filter=${name}`))
    case 'root':
      return affected.some(({ folder }) => folder === '.') ? [] : null
    case 'services':
      return files.some((file) => isIn(file, 'packages/services') || isIn(file, 'tooling')) ? [] : null
    case 'manifests':
      return files.some((file) => /(?:^|\/)package\.json$/.test(file)) ? [] : null
    case 'code':
      return affected.length > 0 || files.some(isSource) ? [] : null
  }
}

/**
 * The checks that a change can fail, each on what it may have broken: a changed file, the packages with one and those
 * that depend on them. All of them, on everything, when the tools' own settings changed.
 */
export const chooseChecks = (change: Change): Check[] => {
  if (change.isEverywhere) return [...checks]
  return checks.flatMap((check) => {
    const args = argsFor(check, change)
    if (args === null) return []
    const [program, ...rest] = check.command
    // What is named takes the place of the whole tree, name by name: `[token]` in a path is no pattern.
    const kept = args.length > 0 ? rest.map((arg) => (arg === '**/*' ? '--no-glob' : arg)) : rest
    return [{ ...check, command: [program, ...kept.filter((arg) => arg !== '.' || args.length === 0), ...args] }]
  })
}
