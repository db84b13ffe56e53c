import { sendFreshLink } from '@afterword/jobs/definitions/send-fresh-link'
import { unansweredReason } from '@afterword/services/asking/request/settle-unanswered'
import { expect, test, vi } from 'vitest'
import { useMailRig } from './testing/mail-rig.ts'

const { db, sink, queue, startWorker, startProcess, prepare, isIdle } = await useMailRig()
type Prepared = Awaited<ReturnType<typeof prepare>>

/** The claim has been extended to a time later than it could have run to, `count` times. */
const isExtended = async ({ read }: Prepared, count: number): Promise<void> => {
  for (let round = 0; round < count; round += 1) {
    const until = (await read())?.claimedUntil?.getTime() ?? Number.POSITIVE_INFINITY
    await vi.waitFor(async () => expect((await read())?.claimedUntil?.getTime()).toBeGreaterThan(until), {
      timeout: 25_000,
    })
  }
}

test('a mail server that answers the content late, after the claim would have run out, gets one copy', async () => {
  const request = await prepare()
  const held = sink.holdAnswer()
  await Promise.all([startWorker(), startWorker()])
  await request.enqueue()
  await held.handedOver
  await request.enqueue()
  await isExtended(request, 5)
  expect(await request.read()).toMatchObject({ sentAt: null, attempts: 1 })
  held.answer()
  await request.isSent()
  await isIdle()
  expect(request.mails()).toHaveLength(1)
  expect(await request.read()).toMatchObject({ attempts: 1, lastError: null, handedOverAt: null, claimId: null })
})

test('a mail whose connection ends before the answer is not sent again, and the shop reads that it may have arrived', async () => {
  const request = await prepare()
  const held = sink.holdAnswer()
  await startWorker()
  await request.enqueue()
  await held.handedOver
  sink.cut()
  await request.isSent()
  await request.enqueue()
  await isIdle()
  expect(request.mails()).toHaveLength(1)
  expect(await request.read()).toMatchObject({ attempts: 1, lastError: unansweredReason, claimId: null })
  held.answer()
})

test('a worker killed between the content and the answer leaves a mail that no other sends again', async () => {
  const request = await prepare()
  const held = sink.holdAnswer()
  const doomed = await startProcess()
  await request.enqueue()
  await held.handedOver
  doomed.child.kill('SIGKILL')
  await doomed.ended
  await startWorker()
  await request.enqueue()
  await request.isSent()
  await isIdle()
  expect(request.mails()).toHaveLength(1)
  expect(await request.read()).toMatchObject({ attempts: 1, lastError: unansweredReason, claimId: null })
  held.answer()
})

test('a mail without a row of its own that was handed over and not answered is not tried again', async () => {
  const { shopId, customer, mails } = await prepare()
  const held = sink.holdAnswer()
  await startWorker()
  await queue.jobs.enqueue(db, sendFreshLink, { shopId, customerId: customer.id, reason: 'dead_link' })
  await held.handedOver
  sink.cut()
  await isIdle()
  expect(mails()).toHaveLength(1)
  held.answer()
})
