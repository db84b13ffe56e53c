import { expect, test } from 'vitest'
import { planAlerts } from './plan-alerts.ts'

const alerts = (count: number, reason: 'new' | 'grows' | 'gave_up' = 'new') =>
  Array.from({ length: count }, (_, index) => ({ id: `${reason} ${index}`, incidentId: `${reason} ${index}`, reason }))

test('a few alerts an hour each have a mail of their own', () => {
  expect(planAlerts(alerts(3), { singles: 0, hasDigest: false })).toEqual({
    singles: alerts(3),
    digest: [],
    needless: [],
  })
})

test('two hundred at once are three mails and one digest', () => {
  const { singles, digest } = planAlerts(alerts(200), { singles: 0, hasDigest: false })
  expect([singles.length, digest.length]).toEqual([3, 197])
})

test('what comes within the hour after waits, and nothing of it is lost', () => {
  expect(planAlerts(alerts(50), { singles: 3, hasDigest: true })).toEqual({ singles: [], digest: [], needless: [] })
  expect(planAlerts(alerts(50), { singles: 3, hasDigest: false }).digest).toHaveLength(50)
})

test('a customer who gave up is told of first', () => {
  const { singles } = planAlerts([...alerts(9), ...alerts(1, 'gave_up')], { singles: 2, hasDigest: false })
  expect(singles).toEqual(alerts(1, 'gave_up'))
})

test('one incident is told of once, by its most urgent alert, whichever came first', () => {
  const of = (incidentId: string, reason: 'new' | 'grows' | 'gave_up') => ({
    id: `${incidentId} ${reason}`,
    incidentId,
    reason,
  })
  const waiting = [of('a', 'new'), of('b', 'grows'), of('a', 'gave_up'), of('b', 'new'), of('a', 'grows')]
  const { singles, digest, needless } = planAlerts(waiting, { singles: 2, hasDigest: false })
  expect([singles, digest]).toEqual([[of('a', 'gave_up')], [of('b', 'new')]])
  expect(needless).toHaveLength(3)
})
