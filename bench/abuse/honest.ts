import { randomInt, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sendable } from '../overload/seed.ts'
import { type HonestOrder, type Kind, kinds, type Seen } from './outcome.ts'

/** Calls a second of each kind. */
const perSecond = { submit: 5, read: 10, page: 2 } as const satisfies Record<Kind, number>
/** So often a refused call is made again before it counts as not served. */
const mostTries = 20
const timeoutMs = 20_000

const [port = '', storefront = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true })

interface Call {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One call. @returns Its status, 0 when no answer came */
const ask = async ({ method, path, headers, body }: Call): Promise<number> =>
  await new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', agent, method, path, headers, timeout: timeoutMs }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
      response.once('error', () => resolve(0))
    })
    asked.once('timeout', () => asked.destroy()).once('error', () => resolve(0))
    asked.end(body)
  })

const callOf = (kind: Kind, item: Sendable | undefined): Call => {
  if (kind === 'read') return { method: 'GET', path: storefront, headers: {}, body: '' }
  if (kind === 'page') return { method: 'GET', path: '/sign-in', headers: { accept: 'text/html' }, body: '' }
  const body = JSON.stringify({ ...item, submissionId: randomUUID(), rating: 5, body: 'Soft and warm.' })
  const headers = { 'content-type': 'application/json', 'x-app': '1', origin: `http://127.0.0.1:${port}` }
  return {
    method: 'POST',
    path: '/api/trpc/customer.review.submit',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    body,
  }
}

const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}

/** Makes calls of one kind at their times, and each again that is refused. */
const play = async (kind: Kind, { seconds, sendables }: HonestOrder): Promise<Seen> => {
  const times: number[] = []
  let refused = 0
  const makeOne = async (item: Sendable | undefined): Promise<void> => {
    const [call, start] = [callOf(kind, item), performance.now()]
    for (let tries = 0; tries < mostTries; tries += 1) {
      if ((await ask(call)) === 200) return void times.push(performance.now() - start)
      refused += 1
      await sleep(randomInt(200, 1_000))
    }
  }
  const calls: Promise<void>[] = []
  const startedAt = performance.now()
  for (let count = 0; count < perSecond[kind] * seconds; count += 1) {
    await sleep(Math.max(0, startedAt + (count * 1_000) / perSecond[kind] - performance.now()))
    calls.push(makeOne(sendables[count]))
  }
  await Promise.all(calls)
  return {
    asked: calls.length,
    served: times.length,
    refused,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

process.on('message', (order: HonestOrder) => {
  void Promise.all(kinds.map(async (kind) => [kind, await play(kind, order)] as const)).then((seen) =>
    process.send?.(Object.fromEntries(seen)),
  )
})
process.on('disconnect', () => process.exit(0))
