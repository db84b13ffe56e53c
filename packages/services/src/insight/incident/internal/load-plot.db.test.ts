import { processMark, shopDailyRun } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { expect, test } from 'vitest'
import { loadPlot } from './load-plot.ts'

const { db } = await useTestDatabase()
const firstAt = new Date('2026-11-25T03:00:00Z')
const at = (clock: string): Date => new Date(`2026-11-25T${clock}:00Z`)

test('the daily work of all shops in view is one band beside the other scheduled work', async () => {
  await db.insert(processMark).values({ kind: 'work', name: 'daily clean-up', at: at('02:10'), until: at('02:11') })
  expect((await loadPlot(db, { firstAt, lastAt: firstAt })).scheduledWork).toEqual([
    { name: 'daily clean-up', from: at('02:10'), until: at('02:11') },
  ])
  for (const [started, finished] of [
    ['01:00', '01:01'],
    ['02:00', '02:01'],
    ['02:45', '02:50'],
    ['02:48', null],
    ['04:00', '04:01'],
  ] as const) {
    const { id: shopId } = await createShop(db)
    const finishedAt = finished === null ? null : at(finished)
    const times = { slotAt: at(started), queuedAt: at(started), startedAt: at(started), finishedAt }
    await db.insert(shopDailyRun).values({ shopId, day: '2026-11-25', ...times })
  }
  expect((await loadPlot(db, { firstAt, lastAt: firstAt })).scheduledWork).toEqual([
    { name: 'daily work of 3 shops', from: at('02:00'), until: at('02:50') },
    { name: 'daily clean-up', from: at('02:10'), until: at('02:11') },
  ])
})
