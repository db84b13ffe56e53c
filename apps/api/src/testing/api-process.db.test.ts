import { useTestDatabase } from '@afterword/db/testing/template-db'
import { afterAll, expect, test } from 'vitest'
import { startApiProcess, startTwoApis } from './api-process.ts'

const { url } = await useTestDatabase()
const apis = await startTwoApis(url)
afterAll(async () => await Promise.all(apis.map(async (api) => await api.stop())))

test('two processes stand beside each other, serve, and stop in order', async () => {
  expect(apis[0].child.pid).not.toBe(apis[1].child.pid)
  for (const api of apis) expect((await api.send('/readyz')).status).toBe(200)
  const third = await startApiProcess({ databaseUrl: url })
  await third.stop()
  expect([third.child.exitCode, third.child.signalCode]).toEqual([0, null])
})

test('one that cannot start says why', async () => {
  await expect(startApiProcess({ databaseUrl: url, env: { AFTERWORD_SECRET: 'short' } })).rejects.toThrow(
    'AFTERWORD_SECRET must have at least 32 characters.',
  )
})
