import type { Transaction } from '@afterword/db/connection/client'
import { incident } from '@afterword/db/schema'
import type { Verdict } from '@afterword/validation/incident/rules'
import { and, desc, eq, gte, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'

interface Kind {
  readonly startedAt: Date
  readonly procedure: string
  readonly verdict: Verdict
  readonly shopId: string | null
}

interface Group {
  readonly id: string
  readonly verdict: string
  readonly procedure: string
  /** Null when it is shared by shops, or when none is known. */
  shopId: string | null
  firstAt: Date
  lastAt: Date
  hasGrown: boolean
}

/** The incidents of one batch: each attempt finds its own, and all are written once. */
export interface Groups {
  /** @returns The incident's id; opened when there is none. */
  find(tx: Transaction, attempt: Kind): Promise<string>
  /** Writes how far the incidents reach by now. */
  save(tx: Transaction): Promise<void>
}

/** What needs nobody's attention is counted, not shown as a failure. */
const quiet: ReadonlySet<Verdict> = new Set([
  'aborted_by_visitor',
  'browser_noise',
  'mail_scanner',
  'offline',
  'rejected',
])

/** A pause this long ends an incident; what comes later is another one. */
const pauseMs = 2 * 3_600_000
/** Shops that are hit within this time of each other share a cause. */
const togetherMs = 10 * 60_000

const near = (at: Date, ms: number) =>
  and(lte(incident.firstAt, new Date(at.getTime() + ms)), gte(incident.lastAt, new Date(at.getTime() - ms)))
const isNear = ({ firstAt, lastAt }: Group, at: Date, ms: number): boolean =>
  firstAt.getTime() <= at.getTime() + ms && lastAt.getTime() >= at.getTime() - ms

const columns = {
  id: incident.id,
  verdict: incident.verdict,
  procedure: incident.procedure,
  shopId: incident.shopId,
  firstAt: incident.firstAt,
  lastAt: incident.lastAt,
} as const

/** What an incident's own operator has put aside stays aside: a muted or resolved one is found after any pause. */
const selectGroup = async (tx: Transaction, attempt: Kind): Promise<Omit<Group, 'hasGrown'> | null> => {
  const isKind = and(eq(incident.verdict, attempt.verdict), eq(incident.procedure, attempt.procedure))
  const isOwn = attempt.shopId === null ? isNull(incident.shopId) : eq(incident.shopId, attempt.shopId)
  const isPutAside = and(ne(incident.state, 'open'), lte(incident.firstAt, attempt.startedAt))
  const isShared = and(isNull(incident.shopId), near(attempt.startedAt, togetherMs))
  const [own] = await tx
    .select(columns)
    .from(incident)
    .where(and(isKind, or(and(isOwn, or(near(attempt.startedAt, pauseMs), isPutAside)), isShared)))
    .orderBy(desc(incident.lastAt))
    .limit(1)
  if (own !== undefined) return own
  if (attempt.shopId === null) return null
  const [other] = await tx
    .select(columns)
    .from(incident)
    .where(and(isKind, isNotNull(incident.shopId), near(attempt.startedAt, togetherMs)))
    .orderBy(desc(incident.lastAt))
    .limit(1)
  if (other === undefined) return null
  await tx.update(incident).set({ shopId: null }).where(eq(incident.id, other.id))
  return { ...other, shopId: null }
}

const openGroup = async (tx: Transaction, attempt: Kind): Promise<Omit<Group, 'hasGrown'>> => {
  const [opened] = await tx
    .insert(incident)
    .values({
      verdict: attempt.verdict,
      procedure: attempt.procedure,
      shopId: attempt.shopId,
      state: quiet.has(attempt.verdict) ? 'muted' : 'open',
      firstAt: attempt.startedAt,
      lastAt: attempt.startedAt,
    })
    .returning(columns)
  if (opened === undefined) throw new Error('insert into incident returned no row')
  return opened
}

const saveGroup = async (tx: Transaction, group: Group): Promise<void> => {
  const at = group.lastAt.toISOString()
  await tx
    .update(incident)
    .set({
      state: sql`case when ${incident.state} = 'resolved' and coalesce(${incident.resolvedAt}, '-infinity') < ${at} then 'open' else ${incident.state} end`,
      firstAt: sql`least(${incident.firstAt}, ${group.firstAt.toISOString()})`,
      lastAt: sql`greatest(${incident.lastAt}, ${at})`,
    })
    .where(eq(incident.id, group.id))
  group.hasGrown = false
}

/** Remembers the incidents a batch has met, so that only an attempt of another kind asks the database. */
export const createGroups = (): Groups => {
  const met = new Map<string, Group>()

  const recall = ({ verdict, procedure, shopId, startedAt }: Kind): Group | undefined =>
    [...met.values()]
      .filter((group) => group.verdict === verdict && group.procedure === procedure)
      .filter(
        (group) =>
          (group.shopId === shopId && isNear(group, startedAt, pauseMs)) ||
          (group.shopId === null && isNear(group, startedAt, togetherMs)),
      )
      .toSorted((one, other) => other.lastAt.getTime() - one.lastAt.getTime())[0]

  const save = async (tx: Transaction): Promise<void> => {
    for (const group of met.values()) if (group.hasGrown) await saveGroup(tx, group)
  }

  const look = async (tx: Transaction, attempt: Kind): Promise<Group> => {
    // What was found in memory must be in the rows that are asked.
    await save(tx)
    const found = (await selectGroup(tx, attempt)) ?? (await openGroup(tx, attempt))
    const group = { ...found, hasGrown: false }
    met.set(group.id, group)
    return group
  }

  return {
    async find(tx, attempt) {
      const at = attempt.startedAt
      const group = recall(attempt) ?? (await look(tx, attempt))
      if (at < group.firstAt) group.firstAt = at
      if (at > group.lastAt) group.lastAt = at
      group.hasGrown = true
      return group.id
    },
    save,
  }
}
