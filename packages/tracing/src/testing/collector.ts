import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ReceivedSpan, readSpans } from './read-spans.ts'

export interface Collector {
  readonly url: string
  readonly spans: () => readonly ReceivedSpan[]
  /** Everything it was sent, byte for byte, as text. */
  readonly text: () => string
  /** The headers of every request. */
  readonly headers: () => readonly IncomingHttpHeaders[]
  readonly stop: () => Promise<void>
}

/**
 * A collector as OTLP/HTTP has it: takes what is posted to `/v1/traces`.
 *
 * @param options.isStuck  Takes connections and requests, and never answers.
 */
export const startCollector = async (options: { isStuck?: boolean } = {}): Promise<Collector> => {
  const bodies: Buffer[] = []
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => {
      if (request.url === '/v1/traces') {
        bodies.push(Buffer.concat(chunks))
        headers.push(request.headers)
      }
      if (options.isStuck !== true) response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => bodies.flatMap((body) => readSpans(body)),
    text: () => Buffer.concat(bodies).toString('latin1'),
    headers: () => headers,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
