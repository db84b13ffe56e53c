import { setTimeout as sleep } from 'node:timers/promises'
import { createLightClient } from './light-client.ts'
import type { Sendable } from './seed.ts'

/** What is asked of this process, which is the load: a third one besides api and Postgres. */
export type Order =
  | { readonly kind: 'stock'; readonly sendables: readonly Sendable[] }
  /** As fast as the answers come, with so many in flight. */
  | { readonly kind: 'closed'; readonly inFlight: number; readonly seconds: number }
  /** So many a second, whether answers come or not. */
  | { readonly kind: 'open'; readonly perSecond: number; readonly seconds: number }

export interface Outcome {
  readonly seconds: number
  readonly sent: number
  readonly submitted: number
  readonly read: number
  readonly refused: number
  /** Neither 200 nor 503, or no answer. */
  readonly failed: number
  /** Cores that the generator itself was using. */
  readonly generatorCores: number
  /** Requests the generator held back because too many were in flight already. */
  readonly heldBack: number
  readonly submitP50: number
  readonly submitP99: number
  /** The same without the first second, in which every connection is opened. */
  readonly settledP99: number
  /** Of a refusal, in milliseconds. */
  readonly refusedP50: number
  /** Seconds after the start at which the last refusal came; 0 when none did. */
  readonly lastRefusalAt: number
  /** What was acknowledged so far, over all orders. */
  readonly acknowledged: readonly string[]
}

/** Of five requests one sends a review, two open its page, two read a storefront's list. */
const mix = ['submit', 'page', 'storefront', 'page', 'storefront'] as const
/** Sockets this process may open: beyond them a generator measures itself. */
const mostInFlight = 1_500
const settlingMs = 1_000

const port = Number(process.argv[2])
const [storefront = ''] = process.argv.slice(3)
const send = createLightClient(port)
const stock: Sendable[] = []
const acknowledged: string[] = []
const state = { turn: 0, inFlight: 0 }

const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}

interface Tally {
  readonly submitMs: number[]
  readonly settledMs: number[]
  readonly refusedMs: number[]
  read: number
  sent: number
  failed: number
  heldBack: number
  lastRefusalAt: number
}

const ask = async (method: string, path: string, body = ''): Promise<number> => {
  const origin = `http://127.0.0.1:${port}`
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-app: 1\r\norigin: ${origin}\r\n`
  const type = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
  return await send(`${head}${type}\r\n${body}`)
}

const callFor = (kind: (typeof mix)[number], item: Sendable): Promise<number> => {
  if (kind === 'storefront') return ask('GET', storefront)
  const { code } = item
  if (kind === 'page') {
    return ask('GET', `/api/trpc/customer.reviewRequest.get?input=${encodeURIComponent(JSON.stringify({ code }))}`)
  }
  return ask('POST', '/api/trpc/customer.review.submit', JSON.stringify({ ...item, rating: 5, body: 'Soft and warm.' }))
}

const sendNext = async (tally: Tally, startedAt: number): Promise<void> => {
  const kind = mix[state.turn++ % mix.length] ?? 'page'
  const item = kind === 'submit' ? stock.shift() : stock[state.turn % stock.length]
  if (item === undefined) throw new Error('Every seeded review was sent: seed more.')
  tally.sent += 1
  state.inFlight += 1
  const start = performance.now()
  const status = await callFor(kind, item)
  const ms = performance.now() - start
  state.inFlight -= 1
  if (kind === 'submit' && status === 200) acknowledged.push(item.lineItemId)
  // Not acknowledged: sent again later under the same id, as the page does.
  else if (kind === 'submit') stock.push(item)
  if (status === 503) {
    tally.refusedMs.push(ms)
    tally.lastRefusalAt = (performance.now() - startedAt) / 1_000
  } else if (status !== 200) tally.failed += 1
  else if (kind === 'submit') {
    tally.submitMs.push(ms)
    if (start - startedAt > settlingMs) tally.settledMs.push(ms)
  } else tally.read += 1
}

/** Sends when each is due; what cannot be sent in time because this process was late is sent at once. */
const sendOpen = async (order: Extract<Order, { kind: 'open' }>, tally: Tally, startedAt: number): Promise<void> => {
  const total = order.perSecond * order.seconds
  for (let due = 0; due < total;) {
    const dueNow = Math.min(total, ((performance.now() - startedAt) / 1_000) * order.perSecond)
    for (; due < dueNow; due += 1) {
      if (state.inFlight >= mostInFlight) tally.heldBack += 1
      else void sendNext(tally, startedAt)
    }
    await sleep(2)
  }
  while (state.inFlight > 0) await sleep(5)
}

const sendClosed = async (
  order: Extract<Order, { kind: 'closed' }>,
  tally: Tally,
  startedAt: number,
): Promise<void> => {
  const end = startedAt + order.seconds * 1_000
  const one = async (): Promise<void> => {
    while (performance.now() < end) await sendNext(tally, startedAt)
  }
  await Promise.all(Array.from({ length: order.inFlight }, one))
}

const carryOut = async (order: Exclude<Order, { kind: 'stock' }>): Promise<Outcome> => {
  const tally: Tally = {
    submitMs: [],
    settledMs: [],
    refusedMs: [],
    read: 0,
    sent: 0,
    failed: 0,
    heldBack: 0,
    lastRefusalAt: 0,
  }
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  await (order.kind === 'open' ? sendOpen(order, tally, startedAt) : sendClosed(order, tally, startedAt))
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(cpuBefore)
  const { submitMs, settledMs, refusedMs, ...counts } = tally
  return {
    ...counts,
    seconds,
    generatorCores: (user + system) / 1e6 / seconds,
    submitted: submitMs.length,
    refused: refusedMs.length,
    submitP50: percentile(submitMs, 0.5),
    submitP99: percentile(submitMs, 0.99),
    settledP99: percentile(settledMs, 0.99),
    refusedP50: percentile(refusedMs, 0.5),
    acknowledged,
  }
}

process.on('message', (order: Order) => {
  if (order.kind === 'stock') stock.push(...order.sendables)
  else void carryOut(order).then((outcome) => process.send?.(outcome))
})
process.on('disconnect', () => process.exit(0))
