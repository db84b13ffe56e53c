import { expect, test } from 'vitest'
import { generateLabelledAttempts } from '../../../testing/labelled-attempts/generate.ts'
import { judgeAttempt } from './judge-attempt.ts'

const labelled = [1, 2, 3].flatMap((seed) => generateLabelledAttempts(seed, 8))
const judged = labelled.map((each) => ({ ...each, ...judgeAttempt(each.attempt) }))

test('of more than 500 labelled attempts over all causes at least 98 % get the right verdict', () => {
  expect(judged.length).toBeGreaterThanOrEqual(500)
  const table: Record<string, Record<string, number>> = {}
  for (const { truth, verdict } of judged) {
    const row = (table[truth] ??= {})
    row[verdict] = (row[verdict] ?? 0) + 1
  }
  // oxlint-disable-next-line no-console -- the confusion table is what this test is read for
  console.table(table)
  const wrong = judged.filter(({ truth, verdict }) => truth !== verdict)
  expect(wrong.length / judged.length, JSON.stringify(wrong.map(({ cause }) => cause))).toBeLessThanOrEqual(0.02)
})

test('no response is called lost that was not', () => {
  expect(judged.filter(({ truth, verdict }) => verdict === 'lost_response' && truth !== 'lost_response')).toEqual([])
})

test('every verdict names its evidence, and no evidence holds a code', () => {
  for (const { evidence } of judged) {
    expect(evidence.length).toBeGreaterThan(0)
    expect(evidence.join(' ')).not.toMatch(/(?<![\w-])[\w-]{40}/)
  }
})

test('without the browser’s and without the server’s side nothing is guessed', () => {
  for (const { attempt } of labelled) {
    if (attempt.client?.kind !== 'attempt' || attempt.client.httpStatus !== null) continue
    // That the page's own policy forbade the call is the browser's word, and needs no other side.
    if (attempt.client.isForbidden) continue
    const blind = judgeAttempt({ ...attempt, server: null, isServerLogComplete: false, wasStoredMeanwhile: false })
    expect(['unknown', 'aborted_by_visitor', 'offline']).toContain(blind.verdict)
  }
})
