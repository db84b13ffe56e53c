import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { findPublicUrl } from './find-public-url.ts'
import { noteRunning } from './running-file.ts'

test('a command prints addresses of the installation that runs from its data folder, on whatever port', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'afterword-running-'))
  const env = (more = {}) => readEnv({ AFTERWORD_DATA_DIR: dataDir, ...more })
  expect(await findPublicUrl(env())).toBe('http://localhost:3000')
  const forget = await noteRunning(dataDir, 'http://localhost:3650')
  expect(await findPublicUrl(env())).toBe('http://localhost:3650')
  expect(await findPublicUrl(env({ PORT: '4000' }))).toBe('http://localhost:3650')
  expect(await findPublicUrl(env({ PUBLIC_URL: 'https://reviews.example/' }))).toBe('https://reviews.example')
  await forget()
  expect(await findPublicUrl(env({ PORT: '4000' }))).toBe('http://localhost:4000')
})
