import { parseReplayLine, timeOf } from '@afterword/services/insight/replay/replay-line'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { moveToYesterday } from './demo-incident.ts'

const text = await readFile('docs/samples/old-log.jsonl', 'utf8')
const read = (lines: readonly string[]): Date[] =>
  lines.filter((line) => line !== '').map((line, index) => timeOf(parseReplayLine(line, index + 1)))

test.each(['2026-11-28T00:00:00Z', '2027-03-01T23:59:59Z', '2026-11-01T12:00:00Z'])(
  'seen on %s the old log ends the day before, each line at its time of day and as far from the others as it was',
  (at) => {
    const now = new Date(at)
    const [before, after] = [read(text.split('\n')), read(moveToYesterday(text, now))]
    const last = Math.max(...after.map((time) => time.getTime()))
    expect(new Date(last + 24 * 3_600_000).toISOString().slice(0, 10)).toBe(now.toISOString().slice(0, 10))
    const moved = after.map((time, index) => time.getTime() - (before[index]?.getTime() ?? 0))
    expect(new Set(moved).size).toBe(1)
    expect(Math.abs((moved[0] ?? 1) % (24 * 3_600_000))).toBe(0)
  },
)
