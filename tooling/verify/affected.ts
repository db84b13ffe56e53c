import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** One package of the workspace. */
export interface Workspace {
  readonly name: string
  /** From the checkout's root; `.` for the root itself, which has tooling and browser tests. */
  readonly folder: string
  /** Names of the packages of ours that it depends on. */
  readonly needs: readonly string[]
}

/** What changed, and what that may break. */
export interface Change {
  /** Changed files that are still there, from the checkout's root. */
  readonly files: readonly string[]
  /** Packages with a changed file, and those that depend on them, however far. */
  readonly affected: readonly Workspace[]
  /** Whether it may break anything anywhere: the tools' own settings changed. */
  readonly isEverywhere: boolean
}

const packageSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})

/** Every package of the workspace, the root among them. @param root  The checkout. */
export const readWorkspaces = (root: string): Workspace[] =>
  globSync(['package.json', '{apps,packages}/*/package.json', 'bench/package.json'], { cwd: root }).map((file) => {
    const { name, dependencies, devDependencies } = packageSchema.parse(
      JSON.parse(readFileSync(path.join(root, file), 'utf8')),
    )
    const needs = Object.entries({ ...dependencies, ...devDependencies })
    const own = needs.filter(([, version]) => version.startsWith('workspace:'))
    return { name, folder: path.dirname(file), needs: own.map(([needed]) => needed) }
  })

/** Files at the root but its texts, and the settings of the tools. */
const concernsEverything = (file: string): boolean =>
  (!file.includes('/') && !file.endsWith('.md')) || /^(?:patches|tooling\/(?:tsconfig|verify))\//.test(file)

const ownerOf = (workspaces: readonly Workspace[], file: string): Workspace | undefined =>
  workspaces.find(({ folder }) => folder !== '.' && file.startsWith(`${folder}/`)) ??
  workspaces.find(({ folder }) => folder === '.')

/** A document breaks no code. */
const isCode = (file: string): boolean => !file.endsWith('.md') && !file.startsWith('docs/')

/**
 * What some changed files may break.
 *
 * @param changed  Paths from the checkout's root; those deleted as well.
 * @param isThere  Whether a path still exists.
 */
export const judgeChange = (
  changed: readonly string[],
  workspaces: readonly Workspace[],
  isThere: (file: string) => boolean,
): Change => {
  const names = new Set(changed.filter(isCode).flatMap((file) => ownerOf(workspaces, file)?.name ?? []))
  let before = -1
  while (names.size > before) {
    before = names.size
    for (const { name, needs } of workspaces) if (needs.some((needed) => names.has(needed))) names.add(name)
  }
  return {
    files: changed.filter(isThere),
    affected: workspaces.filter(({ name }) => names.has(name)),
    isEverywhere: changed.some(concernsEverything),
  }
}

/**
 * Files that differ from where this branch left another commit, those not committed yet and new ones among them.
 *
 * @throws Error when git knows no such commit
 */
export const listChanged = (root: string, ref: string): string[] => {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      .split('\0')
      .filter((line) => line !== '')
  const since = git('diff', '--name-only', '--no-renames', '-z', '--merge-base', ref, '--')
  return [...new Set([...since, ...git('ls-files', '--others', '--exclude-standard', '-z')])].toSorted()
}
