import { auditLog, incident, operatorAuditLog, signingKey, userAccount } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import type { OperatorAction } from '@afterword/validation/audit/actions'
import { newShopSchema } from '@afterword/validation/shop/new-shop'
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { importOldCodes } from '../asking/link/import-old-codes.ts'
import { changeIncidentState } from '../insight/incident/change-incident-state.ts'
import { replayIncidents } from '../insight/replay/replay-incidents.ts'
import {
  retireSigningKeyAtConsole,
  rotatePepperAtConsole,
  rotateSigningKeyAtConsole,
} from '../operations/keys/rotate-keys.ts'
import { getSchedule } from '../operations/schedule/get-schedule.ts'
import { saveSchedule } from '../operations/schedule/save-schedule.ts'
import { addShop } from '../operations/setup/add-shop.ts'
import { deleteEnded } from '../operations/sweep/delete-ended.ts'
import { addOperator } from '../people/person/add-operator.ts'
import { listOperatorActs } from '../people/person/list-operator-acts.ts'
import { createReviewWorld, signInOperator } from '../testing/review-world.ts'

const { db } = await useTestDatabase({ maxConnections: 4 })
const world = createReviewWorld(db)
const consoleCtx = world.contextOf({ kind: 'system' })
const { userId } = await signInOperator(world)
const operator = world.contextOf({ kind: 'operator', userId, sessionId: randomUUID() })

beforeEach(async () => await db.delete(operatorAuditLog))

const readActs = async () =>
  await db
    .select({
      actorKind: operatorAuditLog.actorKind,
      actorId: operatorAuditLog.actorId,
      action: operatorAuditLog.action,
      subject: operatorAuditLog.subject,
      details: operatorAuditLog.details,
    })
    .from(operatorAuditLog)
    .orderBy(operatorAuditLog.id)

const createIncident = async (): Promise<string> => {
  const at = new Date()
  const values = { verdict: 'never_arrived', procedure: 'review.submit', firstAt: at, lastAt: at } as const
  const [made] = await db.insert(incident).values(values).returning({ id: incident.id })
  return made?.id ?? ''
}

const window = { startMinute: 60, lengthMinutes: 60, timeZone: 'Etc/UTC' }
const olu = { email: 'olu@example.com', name: 'Olu' }

async function* rowsOf<Row>(...rows: Row[]) {
  yield* rows
}
const attempt = {
  type: 'attempt',
  attemptId: randomUUID(),
  submissionId: randomUUID(),
  procedure: 'customer.review.submit',
  receivedAt: '2025-03-10T08:02:00.200Z',
  finishedAt: '2025-03-10T08:02:00.230Z',
  httpStatus: 200,
}

interface Act {
  /** Does it. @returns what the log should name as its subject */
  readonly act: () => Promise<string | null>
  readonly by: 'operator' | 'system'
  readonly details: unknown
}

const newKeyOf = async () => await rotateSigningKeyAtConsole({ ctx: consoleCtx, input: { isImmediate: true } })

const changeTo = async (state: 'open' | 'muted' | 'resolved'): Promise<string> => {
  const incidentId = await createIncident()
  await changeIncidentState({ ctx: operator, input: { incidentId, state } })
  return incidentId
}

/** Every act of the catalogue: one without a row here does not compile. */
const acts: Record<OperatorAction, Act> = {
  'incident.mute': {
    by: 'operator',
    act: async () => await changeTo('muted'),
    details: { from: 'open', to: 'muted' },
  },
  'incident.resolve': {
    by: 'operator',
    act: async () => await changeTo('resolved'),
    details: { from: 'open', to: 'resolved' },
  },
  'incident.reopen': {
    by: 'operator',
    act: async () => await changeTo('open'),
    details: { from: 'open', to: 'open' },
  },
  'incident.replay': {
    by: 'system',
    async act() {
      const open = () => rowsOf(JSON.stringify(attempt))
      await replayIncidents({ ctx: consoleCtx, input: { open, now: new Date() } })
      return null
    },
    details: expect.objectContaining({ lines: 1 }),
  },
  'old_link_code.import': {
    by: 'system',
    async act() {
      const rows = rowsOf({ code: 'zz', shop: 'none', email: 'a@example.com' })
      await importOldCodes({ ctx: consoleCtx, input: { rows, until: new Date('2099-12-31T00:00:00Z') } })
      return null
    },
    details: { loaded: 0, refused: 1, until: '2099-12-31T00:00:00.000Z' },
  },
  'operator.add': {
    by: 'system',
    async act() {
      await addOperator({ ctx: consoleCtx, input: olu })
      const [account] = await db.select().from(userAccount).where(eq(userAccount.email, olu.email))
      return account?.id ?? ''
    },
    details: { isNew: true },
  },
  'refresh_pepper.rotate': {
    by: 'system',
    act: async () => String(await rotatePepperAtConsole({ ctx: consoleCtx, input: { isImmediate: false } })),
    details: { isImmediate: false },
  },
  'schedule.save': {
    by: 'operator',
    async act() {
      const { version: baseVersion } = await getSchedule({ ctx: operator })
      return String((await saveSchedule({ ctx: operator, input: { window, baseVersion } })).version)
    },
    details: expect.objectContaining(window),
  },
  'signing_key.rotate': { by: 'system', act: newKeyOf, details: { isImmediate: true } },
  'signing_key.retire': {
    by: 'system',
    async act() {
      const kid = await newKeyOf()
      await newKeyOf()
      await db.delete(operatorAuditLog)
      await retireSigningKeyAtConsole({ ctx: consoleCtx, input: { kid } })
      return kid
    },
    details: null,
  },
}

describe('the operators’ log', () => {
  test.each(Object.entries(acts))('says who did %s to what', async (action, { act, by, details }) => {
    const subject = await act()
    const actorId = by === 'operator' ? userId : null
    expect(await readActs()).toEqual([{ action, actorKind: by, actorId, subject, details }])
  })

  test('has no act that was refused or came to nothing', async () => {
    const stranger = world.contextOf({ kind: 'anonymous' })
    const tries = await Promise.allSettled([
      changeIncidentState({ ctx: operator, input: { incidentId: randomUUID(), state: 'muted' } }),
      saveSchedule({ ctx: operator, input: { window, baseVersion: 99 } }),
      retireSigningKeyAtConsole({ ctx: consoleCtx, input: { kid: 'none' } }),
      rotateSigningKeyAtConsole({ ctx: operator, input: { isImmediate: true } }),
      rotatePepperAtConsole({ ctx: stranger, input: { isImmediate: true } }),
      retireSigningKeyAtConsole({ ctx: stranger, input: { kid: 'none' } }),
      replayIncidents({ ctx: stranger, input: { open: () => rowsOf('{}'), now: new Date() } }),
      replayIncidents({ ctx: consoleCtx, input: { open: () => rowsOf('{}'), now: new Date() } }),
      importOldCodes({ ctx: operator, input: { rows: rowsOf(), until: new Date() } }),
      listOperatorActs({ ctx: operator }),
    ])
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 'rejected'))
    expect(await readActs()).toEqual([])
  })

  test('of codes that fail on the way has no act, and none of them is loaded', async () => {
    const shop = await createShop(db)
    const failing = (async function* () {
      yield { code: '0011aabb', shop: shop.accessCode, email: 'a@example.com' }
      await Promise.reject(new Error('the file ends in the middle'))
    })()
    const input = { rows: failing, until: new Date() }
    await expect(importOldCodes({ ctx: consoleCtx, input })).rejects.toThrow('in the middle')
    expect(await readActs()).toEqual([])
  })

  test('leaves what is done to one shop to that shop’s log', async () => {
    const domain = 'theirs.myshopify.com'
    const owner = { email: 'ada@example.com', name: 'Ada' }
    const input = newShopSchema.parse({
      name: 'Moor',
      domain,
      currency: 'GBP',
      locale: 'en',
      requestDelayDays: 7,
      owner,
    })
    const { shopId } = await addShop({ ctx: consoleCtx, input })
    expect(await readActs()).toEqual([])
    expect(await db.select().from(auditLog).where(eq(auditLog.shopId, shopId))).toMatchObject([{ action: 'shop.add' }])
  })

  test('is read at the console, latest first, with the operator’s address, and forgets after two years', async () => {
    await changeTo('muted')
    await rotatePepperAtConsole({ ctx: consoleCtx, input: { isImmediate: false } })
    const entries = await listOperatorActs({ ctx: consoleCtx })
    expect(entries).toMatchObject([
      { actor: 'console', action: 'refresh_pepper.rotate' },
      { actor: expect.stringContaining('@operator.example'), action: 'incident.mute' },
    ])
    await db
      .update(operatorAuditLog)
      .set({ at: sql`now() - interval '731 days'` })
      .where(eq(operatorAuditLog.action, 'incident.mute'))
    await deleteEnded(db)
    expect((await readActs()).map(({ action }) => action)).toEqual(['refresh_pepper.rotate'])
  })
})

test('a key is retired also while the operators’ log cannot be written, and the loss is told', async () => {
  const kid = await newKeyOf()
  await newKeyOf()
  const lost: object[] = []
  const ctx = { ...consoleCtx, onLostRecord: (record: object) => void lost.push(record) }
  await db.execute(sql`alter table operator_audit_log rename to operator_audit_log_away`)
  try {
    await retireSigningKeyAtConsole({ ctx, input: { kid } })
    await expect(changeTo('muted')).rejects.toThrow()
  } finally {
    await db.execute(sql`alter table operator_audit_log_away rename to operator_audit_log`)
  }
  const [key] = await db.select().from(signingKey).where(eq(signingKey.kid, kid))
  expect(key?.retireAfter?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
  expect(lost).toMatchObject([{ action: 'signing_key.retire', subject: kid, actorKind: 'system' }])
})
