import { openDatabase } from '@afterword/db/connection/client'
import { replayIncidents } from '@afterword/services/insight/replay/replay-incidents'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const sample = 'docs/samples/old-log.jsonl'
const dayMs = 24 * 3_600_000
const times = /"(\d{4}-\d{2}-\d{2}T[\d:.]+Z)"/g

const dayOf = (ms: number): number => Math.floor(ms / dayMs)

/** The same lines, moved by whole days so that the last of them is of yesterday: times of day stay as they are. */
export const moveToYesterday = (text: string, now: Date): string[] => {
  const found = Array.from(text.matchAll(times), ([, time = '']) => Date.parse(time))
  const moveMs = (dayOf(now.getTime()) - 1 - dayOf(Math.max(...found))) * dayMs
  const move = (_all: string, time: string): string => `"${new Date(Date.parse(time) + moveMs).toISOString()}"`
  return text.split('\n').map((line) => line.replace(times, move))
}

/** Loads the days of the old log into the demo, so that its operator sees an incident explained at once. */
export const loadDemoIncident = async (place: {
  readonly root: string
  readonly databaseUrl: string
  readonly now: Date
}): Promise<void> => {
  const { root, databaseUrl, now } = place
  const lines = moveToYesterday(await readFile(path.join(root, sample), 'utf8'), now)
  const { db, close } = openDatabase({ url: databaseUrl, maxConnections: 1, applicationName: 'afterword-cli' })
  try {
    const ctx = { db, principal: { kind: 'system' }, requestId: 'demo' } as const
    await replayIncidents({
      ctx,
      input: {
        async *open() {
          yield* lines
        },
        now,
      },
    })
  } finally {
    await close()
  }
}
