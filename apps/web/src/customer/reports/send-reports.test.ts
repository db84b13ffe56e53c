import { expect, test } from 'vitest'
import type { KeptReport } from './kept-report.ts'
import { createReportSender } from './send-reports.ts'

const report = (message: string): KeptReport => ({ kind: 'error', message, stack: null, path: '/', release: null })

const ours = { 'x-request-id': 'a' }

const start = (statuses: (number | Error)[]) => {
  let kept = [report('one'), report('two')]
  const bodies: unknown[] = []
  const clock = { now: 0 }
  const sender = createReportSender({
    store: {
      list: () => [...kept],
      drop: (told) => {
        kept = kept.slice(told.length)
        return true
      },
    },
    async fetch(_url, init) {
      bodies.push(JSON.parse(typeof init.body === 'string' ? init.body : ''))
      const status = statuses[bodies.length - 1] ?? 202
      if (status instanceof Error) throw status
      return await Promise.resolve(new Response(null, { status, headers: status === 200 ? {} : ours }))
    },
    now: () => clock.now,
  })
  return { sender, bodies, clock, add: (text: string) => kept.push(report(text)), kept: () => kept.length }
}

test('what was delivered is forgotten; what came meanwhile goes next', async () => {
  const { sender, bodies, add, kept } = start([202])
  const done = sender.send()
  add('three')
  await done
  expect(bodies).toEqual([{ reports: [report('one'), report('two')] }, { reports: [report('three')] }])
  expect(kept()).toBe(0)
})

test('a blocked or busy address keeps everything and is left alone for a while', async () => {
  for (const status of [new TypeError('blocked'), 503, 429]) {
    const { sender, bodies, clock, kept } = start([status])
    await sender.send()
    await sender.send()
    expect(bodies).toHaveLength(1)
    expect(kept()).toBe(2)
    clock.now = 11_000
    await sender.send()
    expect(kept()).toBe(0)
  }
})

test('another’s answer in place of ours takes nothing, even when it says 200', async () => {
  const { sender, kept } = start([200])
  await sender.send()
  expect(kept()).toBe(2)
})

test('what the server will never take is dropped', async () => {
  const { sender, kept } = start([400])
  await sender.send()
  expect(kept()).toBe(0)
})

test('a page that is left tells what it has once, and keeps it: nobody knows whether it arrived', async () => {
  const { sender, bodies, kept } = start([])
  sender.leave()
  sender.leave()
  expect(bodies).toHaveLength(1)
  expect(kept()).toBe(2)
})

test('a device that refuses to forget does not send for ever', async () => {
  let calls = 0
  const sender = createReportSender({
    store: { list: () => [report('one')], drop: () => false },
    fetch: async () =>
      await Promise.resolve(new Response(null, { status: (calls += 1) > 0 ? 204 : 500, headers: ours })),
    now: () => 0,
  })
  await sender.send()
  expect(calls).toBe(1)
})
