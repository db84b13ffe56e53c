import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadSecret } from './secret.ts'

test('two first starts at once agree on one secret, which is kept for its owner alone', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'afterword-secret-'))
  const [one, other] = await Promise.all([loadSecret(dataDir, undefined), loadSecret(dataDir, undefined)])
  expect(one).toBe(other)
  expect(one.length).toBeGreaterThanOrEqual(32)
  expect(await loadSecret(dataDir, undefined)).toBe(one)
  const { mode } = await stat(path.join(dataDir, 'secret'))
  expect(mode & 0o077).toBe(0)
})

test('a secret that is given is used and not written down', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'afterword-secret-'))
  expect(await loadSecret(dataDir, 'given')).toBe('given')
  await expect(stat(path.join(dataDir, 'secret'))).rejects.toThrow()
})
