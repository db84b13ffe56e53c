import type { Outcome } from './overload/load.ts'
import { type Field, openField } from './overload/field.ts'

const line = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`)
const show = (name: string, outcome: Outcome): void => {
  const perSecond = (count: number): number => Math.round(count / outcome.seconds)
  const { submitted, read, refused, failed, submitP50, submitP99, refusedP50 } = outcome
  const served = [perSecond(outcome.sent), perSecond(submitted), perSecond(read), perSecond(refused)]
  const cores = Math.round(outcome.generatorCores * 100) / 100
  line([name, ...served, failed, `${submitP50} / ${submitP99}`, refusedP50, cores])
}
const head = [
  '',
  'asked/s',
  'submits/s',
  'reads/s',
  'refused/s',
  'failed',
  'submit p50 / p99 ms',
  'refusal p50 ms',
  'generator cores',
]

/** What the api serves a second with ten in flight, and a submit's latency at a tenth of that. */
const findCapacity = async (field: Field): Promise<{ capacity: number; calm: Outcome }> => {
  await field.run({ kind: 'closed', inFlight: 10, seconds: 3 })
  const full = await field.run({ kind: 'closed', inFlight: 10, seconds: 8 })
  const capacity = Math.round(full.sent / full.seconds)
  const calm = await field.run({ kind: 'open', perSecond: Math.ceil(capacity / 10), seconds: 20 })
  line(head)
  line(head.map(() => '---'))
  show('capacity, 10 in flight', full)
  show('a tenth of it', calm)
  return { capacity, calm }
}

const verdict = (name: string, isKept: boolean, words: string): void =>
  console.log(`- ${isKept ? 'kept' : 'MISSED'}: ${name} (${words})`)

/** Ten times the capacity for so long: who is served, how fast, and how soon all is well again. */
export const benchOverload = async (databaseUrl: string, seconds = 60): Promise<void> => {
  const field = await openField(databaseUrl, 20_000 + seconds * 500)
  const { capacity, calm } = await findCapacity(field)
  const flood = await field.run({ kind: 'open', perSecond: capacity * 10, seconds })
  const after = await field.run({ kind: 'open', perSecond: Math.ceil(capacity / 2), seconds: 10 })
  show(`ten times, ${seconds} s`, flood)
  show('half of it, at once after', after)
  const { stored, twice } = await field.countStored()
  const acknowledged = after.acknowledged.length
  const ratio = Math.round((flood.submitP99 / calm.submitP99) * 10) / 10
  console.log(`\nThe generator held back ${flood.heldBack} requests: too many were in flight already.\n`)
  verdict(
    'no acknowledged write lost, none twice',
    stored >= acknowledged && twice === 0,
    `${acknowledged} acknowledged, ${stored} stored, ${twice} twice`,
  )
  verdict(
    'submit p99 within 3 times its unloaded value',
    ratio <= 3,
    `${flood.submitP99} ms is ${ratio} times; ${flood.settledP99} ms after the first second`,
  )
  verdict(
    'what was not served was answered 503',
    flood.failed === 0,
    `${flood.refused} refused, ${flood.failed} failed`,
  )
  verdict(
    'recovery within 5 s',
    after.lastRefusalAt < 5,
    `last refusal after ${Math.round(after.lastRefusalAt * 10) / 10} s`,
  )
  await field.stop()
}

/** Half the capacity for so many minutes after an overload: the last minute must be as the second. */
export const benchSoak = async (databaseUrl: string, minutes = 10): Promise<void> => {
  const field = await openField(databaseUrl, 20_000 + minutes * 9_000)
  const { capacity } = await findCapacity(field)
  show('ten times, 20 s', await field.run({ kind: 'open', perSecond: capacity * 10, seconds: 20 }))
  const samples: { perSecond: number; rssMb: number }[] = []
  for (let minute = 1; minute <= minutes; minute += 1) {
    const outcome = await field.run({ kind: 'open', perSecond: Math.ceil(capacity / 2), seconds: 60 })
    const perSecond = Math.round((outcome.submitted + outcome.read) / outcome.seconds)
    samples.push({ perSecond, rssMb: await field.readRssMb() })
    show(`minute ${minute}, ${samples.at(-1)?.rssMb} MB`, outcome)
  }
  const [second, last] = [samples[1], samples.at(-1)]
  if (second !== undefined && last !== undefined) {
    const throughput = last.perSecond / second.perSecond
    const memory = last.rssMb / second.rssMb
    console.log('')
    verdict(
      'throughput of the last minute within 5 % of the second',
      Math.abs(throughput - 1) <= 0.05,
      throughput.toFixed(3),
    )
    verdict('memory of the last minute within 5 % of the second', memory <= 1.05, memory.toFixed(3))
  }
  await field.stop()
}
