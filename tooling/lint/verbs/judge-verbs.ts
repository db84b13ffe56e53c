import type { Step, Unit } from './read-units.ts'

/** What a verb may be excused from, by a reason of `unguarded-verbs.ts`. */
export interface Excuse<Reason extends string = string> {
  readonly guard?: Reason
  readonly audit?: Reason
}

export interface VerbRules {
  /** Keys of the functions that ask who may, or prove it. */
  readonly guards: ReadonlySet<string>
  /** Keys of the functions that record an act. */
  readonly records: ReadonlySet<string>
  /** Keys of what is no verb, because verbs are made of it. */
  readonly tools: ReadonlySet<string>
  readonly excuses: Readonly<Record<string, Excuse>>
}

type Reaches = (step: Step) => boolean

/** Whether a step, or anything it names, or anything that names, fulfils a condition. */
const createReach = (units: ReadonlyMap<string, Unit>, isHit: (step: Step) => boolean): Reaches => {
  const search = (step: Step, seen: Set<string>): boolean => {
    if (isHit(step)) return true
    return [...step.names].some((key) => {
      if (seen.has(key)) return false
      seen.add(key)
      return units.get(key)?.steps.some((inner) => search(inner, seen)) ?? false
    })
  }
  return (step) => search(step, new Set())
}

const namesAny =
  (wanted: ReadonlySet<string>) =>
  (step: Step): boolean =>
    [...step.names].some((key) => wanted.has(key))

const isPrivate = (key: string): boolean => key.includes('/internal/')

/**
 * Says what is wrong with the verbs among some units: a verb is exported, is handed no transaction, and opens one,
 * writes or enqueues, itself or by what it calls. It asks who may before it writes, and records the act.
 *
 * @returns One sentence for each fault; empty when all is well. An excuse that is not needed is a fault too.
 */
export const judgeVerbs = (all: readonly Unit[], { guards, records, tools, excuses }: VerbRules): string[] => {
  const units = new Map(all.map((unit) => [unit.key, unit]))
  const writes = createReach(units, ({ isWriting }) => isWriting)
  const isGuarded = createReach(units, namesAny(guards))
  const isRecorded = createReach(units, namesAny(records))
  const excused = new Map(Object.entries(excuses))
  const faults = [...guards, ...records, ...tools]
    .filter((key) => !units.has(key))
    .map((key) => `${key} is named by the rules and is not there`)
  for (const { key, isExported, takesTransaction, steps } of all) {
    const firstWrite = steps.findIndex(writes)
    if (!isExported || takesTransaction || isPrivate(key) || tools.has(key) || firstWrite === -1) continue
    const excuse = excused.get(key) ?? {}
    excused.delete(key)
    const asks = steps.slice(0, firstWrite + 1).some(isGuarded)
    const tells = steps.some(isRecorded)
    if (!asks && excuse.guard === undefined) faults.push(`${key} writes and does not ask first who may`)
    if (!tells && excuse.audit === undefined) faults.push(`${key} writes and records no act`)
    if (asks && excuse.guard !== undefined) faults.push(`${key} asks who may: it needs no excuse for that`)
    if (tells && excuse.audit !== undefined) faults.push(`${key} records its act: it needs no excuse for that`)
  }
  return [...faults, ...[...excused.keys()].map((key) => `${key} is excused and is no verb that writes`)]
}
