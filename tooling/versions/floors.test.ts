import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findTooOld, floors, isLower, readPackages } from './floors.ts'

const lockfile = await readFile(path.resolve(import.meta.dirname, '../../pnpm-lock.yaml'), 'utf8')

test('no package of the lockfile, transitive ones included, is below its floor', () => {
  expect(findTooOld(lockfile)).toEqual([])
})

test('the lockfile is read whole', () => {
  const names = new Set(readPackages(lockfile).map((entry) => entry.name))
  expect(names.size).toBeGreaterThan(300)
  for (const name of ['next', 'react', 'zod', 'nodemailer', '@trpc/server', 'fastify', 'drizzle-orm', 'next-auth']) {
    expect(names, `${name} is not in the lockfile any more: take its floor out`).toContain(name)
  }
})

test.each([
  ['  nodemailer@7.0.9:\n', 'nodemailer 7.0.9 is below 9.1.1'],
  ["  'next-auth@4.24.14':\n", 'next-auth 4.24.14 is below 4.24.15'],
  ['  next-auth@5.0.0-beta.31:\n', 'next-auth 5.0.0-beta.31 is below 5.0.0-beta.32'],
  ["  '@trpc/server@11.7.9':\n", '@trpc/server 11.7.9 is below 11.8.0'],
])('an entry below its floor is found: %s', (entry, complaint) => {
  expect(findTooOld(`\npackages:\n\n${entry}\nsnapshots:\n`)).toEqual([complaint])
})

test('versions compare as numbers, a prerelease before its release', () => {
  expect(isLower('9.1.1', '10.0.0')).toBe(true)
  expect(isLower('10.0.0', '9.1.1')).toBe(false)
  expect(isLower('5.0.0-beta.32', '5.0.0-beta.32')).toBe(false)
  expect(isLower('5.0.0-beta.32', '5.0.0')).toBe(true)
  expect(isLower('0.45.10', '0.45.2')).toBe(false)
  for (const lines of Object.values(floors)) for (const floor of lines) expect(isLower(floor, floor)).toBe(false)
})
