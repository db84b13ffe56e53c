import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Change, judgeChange, listChanged, readWorkspaces, type Workspace } from './affected.ts'
import { checks } from './checks.ts'
import { chooseChecks } from './choose-checks.ts'

const root = path.resolve(import.meta.dirname, '../..')
const workspaces: Workspace[] = [
  { name: 'ours', folder: '.', needs: ['db'] },
  { name: 'errors', folder: 'packages/errors', needs: [] },
  { name: 'db', folder: 'packages/db', needs: ['errors'] },
  { name: 'services', folder: 'packages/services', needs: ['db'] },
  { name: 'api', folder: 'apps/api', needs: ['services'] },
  { name: 'widget', folder: 'packages/widget', needs: [] },
]
const judge = (changed: string[], gone: string[] = []): Change =>
  judgeChange(changed, workspaces, (file) => !gone.includes(file))
const namesOf = ({ affected }: Change): string[] => affected.map(({ name }) => name).toSorted()
const commandsOf = (change: Change): Record<string, string> =>
  Object.fromEntries(chooseChecks(change).map(({ name, command }) => [name, command.join(' ')]))

describe('a change affects', () => {
  test('the package it is in and all that depend on it, however far', () => {
    expect(namesOf(judge(['packages/errors/src/codes.ts']))).toEqual(['api', 'db', 'errors', 'ours', 'services'])
    expect(namesOf(judge(['packages/services/src/a.ts']))).toEqual(['api', 'services'])
    expect(namesOf(judge(['packages/widget/src/a.ts']))).toEqual(['widget'])
  })

  test('the root for tooling and browser tests, and nothing for documents', () => {
    expect(namesOf(judge(['e2e/a.spec.ts', 'tooling/lint/a.ts']))).toEqual(['ours'])
    expect(namesOf(judge(['docs/a.md', 'README.md', 'packages/db/README.md']))).toEqual([])
  })

  test('everything when the tools’ settings change, a deleted one as well', () => {
    for (const file of ['.oxlintrc.json', 'pnpm-lock.yaml', 'tooling/tsconfig/base.json', 'patches/a.patch'])
      expect(chooseChecks(judge([file], [file]))).toEqual(checks)
    expect(judge(['README.md', 'apps/api/package.json']).isEverywhere).toBe(false)
  })

  test('packages that are in the workspace as they are: nothing depends on what it does not name', () => {
    const ours = readWorkspaces(root)
    const known = new Set(ours.map(({ name }) => name))
    expect(known).toContain('@afterword/services')
    expect(ours.flatMap(({ needs }) => needs).filter((needed) => !known.has(needed))).toEqual([])
    expect(new Set(ours.map(({ folder }) => folder))).toContain('.')
  })
})

describe('the checks of a change', () => {
  test('look at its packages and at those that depend on them', () => {
    const commands = commandsOf(judge(['packages/services/src/a.ts']))
    expect(commands['types']).toMatch(/types .*--filter=services --filter=api$/)
    expect(commands['lint']).toMatch(/packages\/services apps\/api$/)
    expect(commands['format']).toMatch(/ packages\/services\/src\/a\.ts$/)
    expect(commands).toHaveProperty('verbs')
    expect(commands).not.toHaveProperty('versions')
    expect(commands).not.toHaveProperty('types of tooling and browser tests')
  })

  test('of a document are those of files', () => {
    expect(Object.keys(commandsOf(judge(['docs/a.md'])))).toEqual(['format', 'secrets'])
  })

  test('of a deleted file are those of its package, without the file', () => {
    const commands = commandsOf(judge(['packages/widget/src/a.ts'], ['packages/widget/src/a.ts']))
    expect(Object.keys(commands)).toEqual([
      'lint',
      'types',
      'imports',
      'folders',
      'habits',
      'texts in components',
      'unused code',
    ])
  })

  test('take a path with brackets by its name', () => {
    const page = 'apps/api/src/[token]/a.ts'
    expect(commandsOf(judge([page]))['secrets']).toBe(`secretlint --no-glob ${page}`)
  })

  test('of no change are none', () => {
    expect(chooseChecks(judge([]))).toEqual([])
  })
})

describe('what changed since a commit', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'afterword-affected-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']
    execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' })
  }
  const write = (name: string, text = name): void => writeFileSync(path.join(folder, name), text)

  test('is committed, not committed, new, renamed or deleted here, and not what went on there', () => {
    git('init', '-b', 'main')
    for (const name of ['kept', 'edited', 'deleted', 'renamed']) write(name)
    write('.gitignore', 'ignored')
    git('add', '-A')
    git('commit', '-m', 'first')
    git('checkout', '-b', 'branch')
    write('committed')
    git('mv', 'renamed', 'moved')
    git('add', '-A')
    git('commit', '-m', 'here')
    git('checkout', 'main')
    write('elsewhere')
    git('add', '-A')
    git('commit', '-m', 'there')
    git('checkout', 'branch')
    write('edited', 'otherwise')
    write('neu 한')
    write('ignored')
    unlinkSync(path.join(folder, 'deleted'))
    expect(listChanged(folder, 'main')).toEqual(['committed', 'deleted', 'edited', 'moved', 'neu 한', 'renamed'])
  })

  test('is an error when there is no such commit', () => {
    expect(() => listChanged(folder, 'nowhere')).toThrow()
  })
})
