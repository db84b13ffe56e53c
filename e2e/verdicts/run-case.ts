import { type Browser, expect } from '@playwright/test'
import type { Door } from '../fixtures/door.ts'
import type { Stored } from '../fixtures/stored.ts'
import type { VerdictCase } from './case.ts'
import { openStage, type Procedure, type Stage, submit } from './stage.ts'

/** What one case came to. */
export interface Judged {
  readonly name: string
  readonly procedure: string
  readonly label: string | null
  /** `none` where nothing was filed. */
  readonly verdict: string
  readonly evidence: string
  readonly isHeldOut: boolean
}

interface World {
  readonly browser: Browser
  readonly door: Door
  readonly stored: Stored
  readonly link: string
}

const filedWithinMs = 15_000
/** After so long what is to be filed is filed: nothing more is waited for where nothing is to come. */
const quietMs = 3_500

/** A call that the browser refused to make is no request: its id stands in what the page kept of it. */
const noteKept = async ({ page, calls }: Stage): Promise<void> => {
  if (page.isClosed() || calls.ids[submit].length > 0) return
  const kept = await page.evaluate(() => globalThis.localStorage.getItem('afterword:reports'))
  for (const report of JSON.parse(kept ?? '[]') as { procedure: Procedure; attemptId: string }[]) {
    calls.ids[report.procedure].push(report.attemptId)
  }
}

/** Lets a case happen to a person with a browser of their own, who comes back later, and reads what was filed. */
export const runCase = async (one: VerdictCase, { browser, door, stored, link }: World): Promise<Judged[]> => {
  const context = await browser.newContext({ viewport: { width: one.width ?? 1280, height: 800 }, locale: 'en-US' })
  try {
    const stage = await openStage(await context.newPage(), door, link)
    const changed = await one.act(stage)
    await noteKept(stage)
    for (const proxy of [door.net, door.db]) proxy.heal()
    const later = await context.newPage()
    await later.goto(`${door.url}${new URL(link).pathname}`)
    const wanted = Object.entries(one.labels).map(([procedure, label]) => ({
      procedure,
      label: procedure === submit ? (changed ?? label) : label,
      id: stage.calls.ids[procedure as Procedure][0] ?? '',
    }))
    const ids = wanted.map(({ id }) => id).filter((id) => id !== '')
    expect(ids, `${one.name}: the calls were made`).toHaveLength(wanted.length)
    let filed: ReadonlyMap<string, string> = new Map()
    const read = async (): Promise<number> => {
      filed = await stored.verdictsOfAttempts(ids)
      return filed.size
    }
    const isSilent = wanted.every(({ label }) => label === 'none')
    if (isSilent) await later.waitForTimeout(quietMs)
    const expected = wanted.filter(({ label }) => label !== 'none').length
    await expect
      .poll(read, { timeout: filedWithinMs, intervals: [250] })
      .toBe(expected)
      .catch(() => undefined)
    return wanted.map(({ procedure, label, id }) => {
      const [verdict = 'none', ...evidence] = (filed.get(id) ?? 'none').split('\n')
      const isHeldOut = one.isHeldOut ?? false
      return { name: one.name, procedure, label, verdict, evidence: evidence.join(' '), isHeldOut }
    })
  } finally {
    await context.close()
  }
}
