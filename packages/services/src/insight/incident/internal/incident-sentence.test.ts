import { verdicts } from '@afterword/validation/incident/rules'
import { expect, test } from 'vitest'
import { type IncidentFacts, incidentSentence } from './incident-sentence.ts'

const facts: IncidentFacts = {
  verdict: 'unknown',
  procedure: 'customer.review.submit',
  first_at: '2026-11-20 08:02:11+00',
  last_at: '2026-11-20 08:02:59+00',
  attempts: 2,
  recovered: 0,
  gave_up: 0,
  shop_count: 0,
  shop_name: null,
  finished: 0,
  slowest_ms: null,
  waited_ms: null,
  only_order: null,
  order_items: 0,
  items_hit: 0,
  gave_up_orders: [],
}
const sentenceOf = (changes: Partial<IncidentFacts>): string => incidentSentence({ ...facts, ...changes })

test('a sentence names the day and the zone of its hours', () => {
  expect(sentenceOf({})).toBe(
    '2 calls to review.submit failed on 20 Nov 2026 at 08:02 UTC; the evidence does not say why.',
  )
  expect(sentenceOf({ last_at: '2026-11-20 08:04:00+00' })).toContain('on 20 Nov 2026 between 08:02 and 08:04 UTC;')
})

test('past midnight both days are named, though the hours are the same or run backwards', () => {
  expect(sentenceOf({ last_at: '2026-11-21 08:02:11+00' })).toContain(
    'failed between 08:02 on 20 Nov 2026 and 08:02 on 21 Nov 2026 (UTC);',
  )
  expect(sentenceOf({ first_at: '2026-12-31 23:58:00+00', last_at: '2027-01-01 00:03:00+00' })).toContain(
    'failed between 23:58 on 31 Dec 2026 and 00:03 on 1 Jan 2027 (UTC);',
  )
})

test('the day is that of UTC, whatever zone Postgres tells the time in', () => {
  const seoul = { first_at: '2026-11-21 08:30:00+09', last_at: '2026-11-21 08:31:00+09' }
  expect(sentenceOf(seoul)).toContain('on 20 Nov 2026 between 23:30 and 23:31 UTC;')
})

test('one attempt is told in the singular, two are both, more are all', () => {
  const finished = (attempts: number): string =>
    sentenceOf({ verdict: 'lost_response', attempts, finished: attempts, slowest_ms: 30, waited_ms: 1_400 })
  expect(finished(1)).toContain('finished it within 30 ms while the browser waited up to 1.4 s; the response was lost')
  expect(finished(2)).toContain('finished both within 30 ms while browsers waited up to 1.4 s; responses were lost')
  expect(finished(3)).toContain('finished all 3 within 30 ms')
})

test('no sentence about one attempt speaks of more', () => {
  const single = verdicts.map((verdict) =>
    sentenceOf({ verdict, attempts: 1, finished: 1, slowest_ms: 5, waited_ms: 9 }),
  )
  for (const sentence of single)
    expect(sentence).not.toMatch(/\b(?:them|finished all|browsers|devices|pages|answers|responses)\b/)
})

test('outcomes say what they count: items of reviews, else calls', () => {
  expect(sentenceOf({ recovered: 1, gave_up: 2, gave_up_orders: ['#1042'] })).toMatch(
    /; 1 item recovered, 2 items given up \(#1042\)\.$/,
  )
  expect(sentenceOf({ procedure: 'customer.reviewRequest.get', recovered: 2, gave_up: 1 })).toMatch(
    /; 2 calls recovered, 1 call given up\.$/,
  )
})
