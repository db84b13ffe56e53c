import { startCollector } from '@afterword/tracing/testing/collector'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findFreePort } from './fixtures/free-port.ts'
import { expect, test } from './fixtures/test.ts'
import { dataDir, root } from './place.ts'

/** A process of ours as `npm start` runs it, ready to serve. */
const startApp = async (script: string, env: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [path.join(root, script)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  })
  await once(child, 'message')
  return async (): Promise<void> => {
    const hasEnded = once(child, 'exit')
    child.kill('SIGTERM')
    await hasEnded
  }
}

test('a page is one trace from the door to its statements, without its link’s code', async ({ demo, request }) => {
  const collector = await startCollector()
  const [webPort, port] = [await findFreePort(), await findFreePort()]
  const shared = {
    DATABASE_URL: demo.databaseUrl,
    PUBLIC_URL: demo.publicUrl,
    AFTERWORD_SECRET: readFileSync(path.join(dataDir, 'secret'), 'utf8').trim(),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  }
  const stopWeb = await startApp('apps/web/server.ts', { ...shared, PORT: String(webPort) })
  const own = { PORT: String(port), WEB_URL: `http://127.0.0.1:${webPort}`, DRAIN_SECONDS: '0' }
  const stopApi = await startApp('apps/api/src/main.ts', { ...shared, ...own })

  const { pathname } = new URL(demo.reviewUrls[0] ?? '')
  const open = async () => await request.get(`http://127.0.0.1:${port}${pathname}?rating=5`)
  let answer = await open()
  // A machine that other tests keep busy may have it refused at first; such an answer has no span.
  while (answer.status() === 503) answer = await open()
  expect(answer.status()).toBe(200)
  await stopApi()
  await stopWeb()
  await collector.stop()

  const spans = collector.spans()
  const door = spans.find(({ resource, kind }) => resource['service.name'] === 'afterword-api' && kind === 'server')
  expect(door).toMatchObject({ attributes: { 'url.path': '/write/detail/[code]' } })
  const ofPage = spans.filter(({ resource }) => resource['service.name'] === 'afterword-web')
  const page = ofPage.find(({ parentSpanId }) => parentSpanId === door?.spanId)
  expect(page).toMatchObject({ name: 'GET /write/detail/[code]', attributes: { 'http.route': '/write/detail/[code]' } })
  const requestId = answer.headers()['x-request-id']
  for (const name of ['customer.reviewRequest.get', 'review_link'])
    expect(ofPage.find((span) => span.name.includes(name))).toMatchObject({
      traceId: door?.traceId,
      attributes: { 'afterword.request_id': requestId },
    })
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
  expect(collector.text()).not.toContain(pathname.split('/').at(-1))
  expect(collector.text()).not.toContain('rating=5')
})
