import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  packageManager: string
}

test('turbo finds the package manager among what was installed, on a machine that has none', () => {
  const bin = path.join(root, 'node_modules/.bin')
  const env = { ...process.env, PATH: [bin, path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter) }
  const version = execFileSync(path.join(bin, 'pnpm'), ['--version'], { cwd: root, env, encoding: 'utf8' })
  expect(`pnpm@${version.trim()}`).toBe(packageManager)
})
