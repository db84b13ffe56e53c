import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readDemoFile, writeDemoFile } from './demo-file.ts'

test('the file with the passwords of the demo and of its database is for its owner alone', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'afterword-demo-'))
  const account = { email: 'a@shop.example', password: 'x' }
  const demo = {
    publicUrl: 'http://localhost:3000',
    mailboxUrl: null,
    databaseUrl: 'postgres://afterword:secret@127.0.0.1:5432/afterword',
    shop: { id: 'shop_1', accessCode: 'a', domain: 'a.example', webhookSecret: 's' },
    admin: account,
    operator: account,
    reviewUrls: [],
    productIds: [],
    storefrontUrl: 'http://localhost:3000/demo/a',
  }
  await writeDemoFile(dataDir, demo)
  expect((await stat(path.join(dataDir, 'demo.json'))).mode & 0o077).toBe(0)
  expect(await readDemoFile(dataDir)).toEqual(demo)
})
