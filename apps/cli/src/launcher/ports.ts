import { createServer } from 'node:net'

const tryPort = async (port: number, host: string): Promise<number | undefined> =>
  await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, host, () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : undefined
      server.close(() => resolve(found))
    })
  })

/** Whether nothing listens on a port, on any address. */
export const isPortFree = async (port: number): Promise<boolean> =>
  (await tryPort(port, '0.0.0.0')) !== undefined && (await tryPort(port, '127.0.0.1')) !== undefined

/** The wanted port when it is free, else any free one, on 127.0.0.1. */
export const findPort = async (wanted = 0): Promise<number> => {
  const found = (await tryPort(wanted, '127.0.0.1')) ?? (await tryPort(0, '127.0.0.1'))
  if (found === undefined) throw new Error('No free port was found on 127.0.0.1.')
  return found
}
