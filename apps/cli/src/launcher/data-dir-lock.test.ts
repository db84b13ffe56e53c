import { mkdtemp } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lockDataDir } from './data-dir-lock.ts'

const newDir = async (): Promise<string> => await mkdtemp(path.join(tmpdir(), 'afterword-lock-'))

test('a second start from the same data folder is refused in one sentence, until the first has ended', async () => {
  const dataDir = await newDir()
  const unlock = await lockDataDir(dataDir)
  await expect(lockDataDir(dataDir)).rejects.toThrow(`Afterword is already running from ${dataDir}. Stop it first.`)
  unlock()
  const unlockAgain = await lockDataDir(dataDir)
  unlockAgain()
})

test('a start that was killed leaves no lock behind', async () => {
  const dataDir = await newDir()
  const moduleUrl = new URL('data-dir-lock.ts', import.meta.url).href
  const holder = spawn(
    path.resolve('node_modules/node/bin/node'),
    ['-e', `import('${moduleUrl}').then(async (m) => { await m.lockDataDir('${dataDir}'); console.log('held') })`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(holder.stdout, 'data')
  await expect(lockDataDir(dataDir)).rejects.toThrow('already running')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const unlock = await lockDataDir(dataDir)
  unlock()
})
