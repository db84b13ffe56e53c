import { shop } from '@afterword/db/schema'
import { processWebhook } from '@afterword/jobs/definitions/process-webhook'
import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { useMailRig } from './testing/mail-rig.ts'

const { db, sink, queue, startWorker, startProcess, prepare, isIdle } = await useMailRig()

test('two workers and five jobs for each request send one mail to each customer', async () => {
  const requests = await Promise.all([1, 2, 3, 4].map(async () => await prepare()))
  await Promise.all([startWorker(), startWorker()])
  await Promise.all(requests.flatMap((request) => [1, 2, 3, 4, 5].map(async () => await request.enqueue())))
  await Promise.all(requests.map(async (request) => await request.isSent()))
  await isIdle()
  expect(requests.map((request) => request.mails().length)).toEqual([1, 1, 1, 1])
})

test('the mail that arrives has unfolded unsubscribe lines, the shop as its sender, and five links for its item', async () => {
  const { enqueue, isSent, mails } = await prepare()
  await startWorker()
  await enqueue()
  await isSent()
  const raw = mails()[0]?.raw ?? ''
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n')
  expect(
    head.filter((line) => /^List-Unsubscribe: <https:\/\/reviews\.example\/write\/unsubscribe\/[\w-]{64}>$/.test(line)),
  ).toHaveLength(1)
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(head).toContain('From: "Hearth & Wool via Afterword" <reviews@reviews.example>')
  expect(head).toContain('Reply-To: "Hearth & Wool" <hello@hearth.example>')
  expect(head.some((line) => /^Message-ID: <req_[a-z\d]{26}@reviews\.example>$/.test(line))).toBe(true)
  expect(raw).toContain('Content-Type: text/plain; charset=utf-8')
  expect(raw).toContain('Content-Type: text/html; charset=utf-8')
  const body = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const links = new Set(body.match(/https:\/\/reviews\.example\/write\/detail\/[\w-]{64}\?rating=[1-5]/g))
  expect(links.size).toBe(5)
})

test('a worker killed while it was sending leaves the mail to another, which sends it once', async () => {
  const { enqueue, isSent, mails, read } = await prepare()
  const stalled = sink.stallNext()
  const doomed = await startProcess()
  await enqueue()
  await stalled
  expect(await read()).toMatchObject({ sentAt: null, attempts: 1 })
  doomed.child.kill('SIGKILL')
  expect(await doomed.ended).toEqual([null, 'SIGKILL'])
  expect(mails()).toHaveLength(0)
  await startWorker()
  await isSent()
  await isIdle()
  expect(mails()).toHaveLength(1)
  expect(await read()).toMatchObject({ attempts: 2, givenUpAt: null, claimId: null })
})

test('a worker ends cleanly on SIGTERM and when its parent goes away', async () => {
  const [told, orphaned] = await Promise.all([startProcess(), startProcess()])
  told.child.kill('SIGTERM')
  orphaned.child.disconnect()
  expect(await told.ended).toEqual([0, null])
  expect(await orphaned.ended).toEqual([0, null])
})

test('a mailbox that does not exist is tried three times and given up, and the server\u2019s words stay on the request without the address', async () => {
  const { enqueue, read, mails, customer } = await prepare()
  sink.refuseWith([550, `5.1.1 <${customer.email}> no such user`])
  await startWorker()
  await enqueue()
  await vi.waitFor(async () => expect((await read())?.givenUpAt).toBeInstanceOf(Date), { timeout: 10_000 })
  expect(await read()).toMatchObject({ attempts: 3, lastError: '550 5.1.1 <[address]> no such user', sentAt: null })
  expect(mails()).toHaveLength(0)
})

test('a mailbox that is busy is tried again and then gets its one mail', async () => {
  const { enqueue, read, mails, isSent } = await prepare()
  sink.refuseWith([451, '4.7.1 greylisted'])
  await startWorker()
  await enqueue()
  await vi.waitFor(async () => expect((await read())?.lastError).toBe('451 4.7.1 greylisted'), { timeout: 10_000 })
  sink.refuseWith(null)
  await isSent()
  expect(mails()).toHaveLength(1)
  expect((await read())?.lastError).toBeNull()
})

test('a customer who asked gets fresh links and a way to end mails of the shop, an unknown one nothing', async () => {
  const { shopId, customer, mails } = await prepare()
  const before = sink.mails.length
  await startWorker()
  await queue.jobs.enqueue(db, sendFreshLink, { shopId, customerId: null, reason: 'dead_link' })
  await queue.jobs.enqueue(db, sendFreshLink, { shopId, customerId: customer.id, reason: 'dead_link' })
  await vi.waitFor(() => expect(mails()).toHaveLength(1), { timeout: 10_000 })
  await isIdle()
  expect(sink.mails.length - before).toBe(1)
  expect(mails()[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('a webhook job for a delivery that is not there ends without harm', async () => {
  const { shopId } = await prepare()
  await startWorker()
  await queue.jobs.enqueue(db, processWebhook, { shopId, webhookId: 'unknown' })
  await isIdle()
  expect(await db.select({ id: shop.id }).from(shop).where(eq(shop.id, shopId))).toHaveLength(1)
})
