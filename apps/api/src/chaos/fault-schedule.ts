import type { Random } from '@afterword/db/seed/random'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, FaultProxy } from '../../../../e2e/fixtures/fault.ts'

/** What can go wrong, by place. */
export interface Places {
  /** Between the customers and each api process. */
  readonly fronts: readonly FaultProxy[]
  /** Between both api processes and Postgres. */
  readonly back: FaultProxy
  /** Kills an api process without a word and starts it again. */
  readonly crash: (index: number) => Promise<void>
}

export interface FaultStep {
  readonly name: string
  readonly act: (places: Places) => Promise<void>
}

/** A fault that stands for a while, on one proxy, and is healed. */
const stand = (
  name: string,
  where: (places: Places) => FaultProxy | undefined,
  fault: { direction: 'up' | 'down'; fault: Fault; forMs: number },
): FaultStep => ({
  name,
  async act(places) {
    where(places)?.set(fault.direction, fault.fault)
    await sleep(fault.forMs)
    where(places)?.heal()
  },
})

const refuseFor = (name: string, where: (places: Places) => FaultProxy | undefined, forMs: number): FaultStep => ({
  name,
  async act(places) {
    where(places)?.refuse(true)
    await sleep(forMs)
    where(places)?.refuse(false)
  },
})

const submitting = 'POST /api/trpc/customer.review.submit'

/** The kinds of fault, each made from the seed: the first are those that lose answers. */
const kinds = (random: Random): readonly (() => FaultStep)[] => {
  const side = random.int(0, 1)
  const front = ({ fronts }: Places): FaultProxy | undefined => fronts[side]
  const forMs = random.int(200, 1_200)
  const times = random.int(2, 12)
  const afterBytes = random.pick([0, 0, 40, 300])
  return [
    () =>
      stand('answers cut', front, {
        direction: 'down',
        fault: { kind: 'cut', afterBytes, times, afterSending: submitting },
        forMs,
      }),
    () =>
      stand('answers reset', front, {
        direction: 'down',
        fault: { kind: 'reset', afterBytes, times, afterSending: submitting },
        forMs,
      }),
    () => stand('requests reset', front, { direction: 'up', fault: { kind: 'reset', afterBytes, times }, forMs }),
    () => stand('black hole for answers', front, { direction: 'down', fault: { kind: 'hold' }, forMs }),
    () => stand('slow network', front, { direction: 'down', fault: { kind: 'slice', bytes: 200, ms: 20 }, forMs }),
    () => refuseFor('door refused', front, forMs),
    () => refuseFor('database refused', ({ back }) => back, forMs),
    () =>
      stand('database answers cut', ({ back }) => back, {
        direction: 'down',
        fault: { kind: 'cut', afterBytes, times },
        forMs,
      }),
    () => stand('database black hole', ({ back }) => back, { direction: 'down', fault: { kind: 'hold' }, forMs }),
    () => ({ name: 'api killed', act: async ({ crash }) => await crash(side) }),
  ]
}

/** One fault after another, the same for the same seed; every kind comes before any comes again. */
export const planFaults = (random: Random, rounds: number): FaultStep[] =>
  Array.from({ length: rounds }, () => random.shuffle(kinds(random)).map((make) => make())).flat()
