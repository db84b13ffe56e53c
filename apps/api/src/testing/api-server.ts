import { createReviewWorld, type ReviewWorld } from '@afterword/services/testing/review-world'
import { createAttemptRecorder } from '@afterword/services/insight/attempt/attempt-recorder'
import { createLogQuotas, type LogQuotas } from '@afterword/services/insight/attempt/log-quota'
import type { Database } from '@afterword/db/connection/client'
import { createGate, type Gate } from '@afterword/db/connection/gate'
import { createLogger } from '@afterword/logger'
import type { FastifyInstance } from 'fastify'
import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  request as httpRequest,
  type Server,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { type Admission, createAdmission } from '../admission/admission.ts'
import { createStartLine } from '../admission/start-line.ts'
import { listenWide } from '../listen-wide.ts'
import { createDrain } from '../process/drain.ts'
import { createServer } from '../server.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly cookies: readonly string[]
  readonly text: string
  /** The body as JSON; anything else fails the test. */
  readonly json: () => Record<string, unknown>
}

export interface HttpCall {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface TestApi {
  readonly url: string
  readonly world: ReviewWorld
  /** One request exactly as written: no header is added but `host` and the length. */
  readonly send: (path: string, call?: HttpCall) => Promise<HttpAnswer>
  /** A call as our own pages make it. */
  readonly sendOwn: (path: string, json: unknown, headers?: Readonly<Record<string, string>>) => Promise<HttpAnswer>
  /** A browser's form on one of our own pages. */
  readonly sendForm: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<HttpAnswer>
  readonly logLines: () => string
  /** Writes the log of attempts as it is by now. */
  readonly flushAttempts: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Stands for apps/web: answers every page with what it was asked. */
export const startUpstream = async (statusOf: (path: string) => number = () => 200): Promise<Server> => {
  const server = createHttpServer((request, response) => {
    response.statusCode = statusOf(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    const { 'x-request-id': requestId, traceparent } = request.headers
    const asked = [request.url, requestId, traceparent].filter((part) => part !== undefined)
    response.end(`<p>page ${asked.join(' ')}</p>`)
  })
  return await listen(server)
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

export const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

export const exchange = async (origin: string, path: string, call: HttpCall): Promise<HttpAnswer> =>
  await new Promise((resolve, reject) => {
    const body = Buffer.from(call.body ?? '')
    const length = call.body === undefined ? {} : { 'content-length': String(body.length) }
    const options = { method: call.method ?? 'GET', headers: { ...length, ...call.headers } }
    const request = httpRequest(`${origin}/`, { ...options, path }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const { statusCode = 0, headers } = response
        const cookies = headers['set-cookie'] ?? []
        const json = (): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>
        resolve({ status: statusCode, headers, cookies, text, json })
      })
    })
    request.once('error', reject)
    request.end(body)
  })

const startLogger = () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'))
      done()
    },
  })
  return { logger: createLogger({ name: 'api', level: 'debug', destination: stream }), read: () => lines.join('') }
}

/** The real server on a port of its own, over a test's database, with a stand-in for apps/web behind it. */
export const startApi = async (
  db: Database,
  options: {
    publicUrl?: string
    isWebUp?: boolean
    isProxyTrusted?: boolean
    /** What apps/web answers to a path; 200 when left out. */
    pageStatus?: (path: string) => number
    /** Another stand-in for apps/web. */
    webUrl?: string
    gate?: Gate
    admission?: Admission
    logQuotas?: LogQuotas
  } = {},
): Promise<TestApi> => {
  const publicUrl = options.publicUrl ?? 'http://reviews.example'
  const created = createReviewWorld(db, publicUrl)
  const upstream = await startUpstream(options.pageStatus)
  const { logger, read } = startLogger()
  const logQuotas = options.logQuotas ?? createLogQuotas(1_024)
  const attempts = createAttemptRecorder({
    db,
    now: created.deps.now,
    onLoss: () => undefined,
    quota: logQuotas.attempts,
  })
  const app: FastifyInstance = await createServer({
    attempts,
    logQuotas,
    service: created.deps,
    auth: created.auth,
    logger,
    gate: options.gate ?? createGate({ places: 1, maxWaiting: 1 }),
    admission: options.admission ?? createAdmission({ ceiling: 512, floor: 32, mostReviews: 512 }),
    startLine: createStartLine(32),
    drain: createDrain(),
    webUrl: options.webUrl ?? urlOf(upstream),
    isSecure: publicUrl.startsWith('https:'),
    isTrustedProxy: () => options.isProxyTrusted ?? false,
    isDevelopment: false,
  })
  await listenWide(app, { port: 0, host: '127.0.0.1', backlog: 511 })
  if (options.isWebUp === false) upstream.close()
  const url = urlOf(app.server)
  const own = { origin: new URL(publicUrl).origin, 'x-app': '1' }
  const send = async (path: string, call: HttpCall = {}): Promise<HttpAnswer> => await exchange(url, path, call)
  return {
    url,
    world: created,
    send,
    sendOwn: async (path, json, headers = {}) =>
      await send(path, {
        method: 'POST',
        body: JSON.stringify(json),
        headers: { 'content-type': 'application/json', ...own, ...headers },
      }),
    sendForm: async (path, fields, headers = {}) =>
      await send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
      }),
    logLines: read,
    flushAttempts: async () => await attempts.flush(),
    async stop() {
      await app.close()
      await attempts.stop()
      upstream.close()
    },
  }
}
