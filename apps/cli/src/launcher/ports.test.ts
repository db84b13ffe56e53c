import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { findPort, isPortFree } from './ports.ts'

test('a port on which somebody listens is not free, and another one is found instead', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await isPortFree(port)).toBe(false)
  const other = await findPort(port)
  expect(other).not.toBe(port)
  expect(await isPortFree(other)).toBe(true)
  server.close()
})
