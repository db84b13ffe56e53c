import type { Verdict } from '@afterword/validation/incident/rules'
import { expect, test } from 'vitest'
import { browserMarks, marksInWords, serverMarks } from './attempt-marks.ts'
import type { IncidentAttempt } from './incident-types.ts'

const client = {
  durationMs: 2_100,
  errorName: 'TypeError',
  errorMessage: 'Failed to fetch',
  isOnline: true,
  wasHidden: false,
  wasLeaving: false,
}
const server = { receivedMs: 40, committedMs: null, finishedMs: 70, closedMs: null, httpStatus: 200, code: null }

const attempt = (verdict: Verdict, sides: Pick<IncidentAttempt, 'client' | 'server'>): IncidentAttempt => ({
  ...sides,
  verdict,
  attemptId: '00000000-0000-4000-8000-000000000000',
  startedAt: '2026-11-20T08:02:00Z',
  evidence: [],
  outcome: 'unknown',
  incident: { id: 'inc_0', title: '' },
  shop: null,
  orderName: null,
  orderId: null,
  lineItemId: null,
  productId: null,
  productPlatformId: null,
  productTitle: null,
  customerId: null,
  customerName: null,
  browser: null,
  place: null,
  release: null,
  requestId: null,
})
const told = (verdict: Verdict, isRecorded = false) =>
  marksInWords(browserMarks(attempt(verdict, { client, server: isRecorded ? server : null })))?.replaceAll(
    '\u00A0',
    ' ',
  )

test('a call is named sent only when the server recorded it or an answer came', () => {
  for (const verdict of ['blocked_by_client', 'offline'] as const)
    expect(told(verdict)).toBe('not sent (TypeError) at 2.1 s')
  for (const verdict of ['never_arrived', 'unknown', 'timed_out', 'aborted_by_visitor'] as const)
    expect(told(verdict)).toBe('started at 0 ms · TypeError at 2.1 s')
  for (const verdict of ['server_error', 'rejected'] as const)
    expect(told(verdict)).toBe('sent at 0 ms · TypeError at 2.1 s')
  expect(told('unknown', true)).toBe('sent at 0 ms · TypeError at 2.1 s')
})

test('an error of a page has no call that could have been sent', () => {
  for (const verdict of ['mail_scanner', 'browser_noise'] as const) expect(told(verdict)).toBe('TypeError at 2.1 s')
})

test('what did not go right has no green mark', () => {
  const tonesOf = (verdict: Verdict) => browserMarks(attempt(verdict, { client, server: null })).map(({ tone }) => tone)
  expect(tonesOf('blocked_by_client')).toEqual(['bad'])
  expect(tonesOf('never_arrived')).toEqual(['plain', 'bad'])
  const failed = { ...server, httpStatus: 503, closedMs: 90 }
  expect(serverMarks(attempt('server_error', { client, server: failed })).map(({ tone }) => tone)).toEqual([
    'good',
    'bad',
    'bad',
  ])
})
