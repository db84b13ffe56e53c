import { expect, test } from 'vitest'
import { createPatientWait } from './patient-wait.ts'

const anHour = 3_600_000
const targets = () => ({ window: new EventTarget(), document: new EventTarget() })

test('a connection that comes back ends the wait', async () => {
  const events = targets()
  const done = createPatientWait(events).wait(anHour)
  events.window.dispatchEvent(new Event('online'))
  await expect(done).resolves.toBeUndefined()
})

test('looking at the page again ends the wait', async () => {
  const events = targets()
  const done = createPatientWait(events).wait(anHour)
  events.document.dispatchEvent(new Event('visibilitychange'))
  await expect(done).resolves.toBeUndefined()
})

test('a person who asks ends the wait; asking while nothing waits does nothing', async () => {
  const patient = createPatientWait(targets())
  patient.wake()
  const done = patient.wait(anHour)
  patient.wake()
  await expect(done).resolves.toBeUndefined()
})

test('otherwise the time itself ends it', async () => {
  await expect(createPatientWait(targets()).wait(1)).resolves.toBeUndefined()
})

test('before its least time only a person ends it', async () => {
  const events = targets()
  const patient = createPatientWait(events)
  let isOver = false
  const done = patient.wait(anHour, anHour).then(() => (isOver = true))
  events.window.dispatchEvent(new Event('online'))
  await Promise.resolve()
  expect(isOver).toBe(false)
  patient.wake()
  await done
})
