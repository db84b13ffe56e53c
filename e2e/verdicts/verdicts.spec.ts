import { expect } from '@playwright/test'
import { type Door, openDoor } from '../fixtures/door.ts'
import { openStored } from '../fixtures/stored.ts'
import { test } from '../fixtures/test.ts'
import { answerCases } from './answers.ts'
import { awayCases } from './away.ts'
import { blockedCases } from './blocked.ts'
import { brokenCases } from './broken.ts'
import type { VerdictCase } from './case.ts'
import { heldOutCases } from './held-out.ts'
import { keptCases } from './kept-pages.ts'
import { leavingCases } from './leaving.ts'
import { restartCases } from './restarts.ts'
import { type Judged, runCase } from './run-case.ts'
import { stayingCases } from './staying.ts'
import { stoppedCases } from './stopped.ts'
import { describeTally, tallyVerdicts } from './tally.ts'

const every = [
  ...leavingCases,
  ...brokenCases,
  ...awayCases,
  ...blockedCases,
  ...answerCases,
  ...stayingCases,
  ...stoppedCases,
  ...keptCases,
  ...heldOutCases,
  ...restartCases,
]
/** `pnpm verdicts` runs every case, or those whose names hold the text it is given; the tests run the quick ones. */
const { VERDICTS: wanted } = process.env
const cases = every.filter(({ name, isQuick }) => (wanted === undefined ? isQuick === true : name.includes(wanted)))
const mostWrong = 0.02

test(`a real Chromium that really does it, ${cases.length} cases: no response is called lost that was not, and a verdict is right or unknown`, async ({
  browser,
  playwright,
  demo,
  placeOrder,
}, { project }) => {
  test.setTimeout(wanted === undefined ? 120_000 : 2_400_000)
  const stored = openStored(demo)
  const doors = [await openDoor(demo), await openDoor(demo)]
  await stored.backdateStarts()
  const keeper = await playwright.chromium.launch({
    ...project.use.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const judged: Judged[] = []
  const broken: string[] = []
  const repair = async (door: Door): Promise<void> => {
    await door.kill()
    for (const proxy of [door.net, door.db]) {
      proxy.heal()
      proxy.refuse(false)
      await proxy.shut(false)
    }
    await door.start()
    await stored.backdateStarts()
  }
  const run = async (one: VerdictCase, door: Door): Promise<void> => {
    const { starLinks } = await placeOrder()
    const found = await runCase(one, {
      browser: one.keepsPages === true ? keeper : browser,
      door,
      stored,
      link: starLinks[4] ?? '',
    }).catch(async (error: unknown) => {
      broken.push(`${one.name}: ${String(error)}`)
      await repair(door)
      return []
    })
    judged.push(...found)
    for (const { procedure, label, verdict } of found) console.log(`${one.name}: ${procedure} ${label} ${verdict}`)
  }
  const waiting = cases.filter(({ isRestart }) => isRestart !== true)
  const work = async (door: Door): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await run(one, door)
  }
  await Promise.all(doors.map(work))
  // Alone and last: a process that starts changes the verdicts on calls around that time.
  const [door] = doors
  for (const one of cases.filter(({ isRestart }) => isRestart === true)) {
    if (door !== undefined) await run(one, door)
    await stored.backdateStarts()
  }
  await Promise.all(doors.map(async (each) => await each.close()))
  await stored.close()
  await keeper.close()

  const heldOut = judged.filter(({ isHeldOut }) => isHeldOut)
  console.log([describeTally('Verdicts', judged), describeTally('Of these held out', heldOut)].join('\n'))
  expect(broken, 'cases that did not happen').toEqual([])
  const { wrong, falselyLost } = tallyVerdicts(judged)
  expect(falselyLost).toEqual([])
  expect(wrong.length / judged.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(mostWrong)
})
