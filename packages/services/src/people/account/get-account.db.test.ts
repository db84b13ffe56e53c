import { member, userAccount } from '@afterword/db/schema'
import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { getAccount } from './get-account.ts'

const { db } = await useTestDatabase()
const { contextOf } = createReviewWorld(db)

test('a person sees their shops in the order they joined, with their role in each and which one this session is for', async () => {
  const [first, second, foreign] = [
    await createShop(db, { name: 'First' }),
    await createShop(db, { name: 'Second' }),
    await createShop(db, { name: 'Foreign' }),
  ]
  const principal = await createMember(db, first.id, 'viewer')
  await createMember(db, foreign.id, 'owner')
  await db.insert(member).values({ shopId: second.id, userId: principal.userId, role: 'owner' })
  const account = await getAccount({ ctx: contextOf({ ...principal, shopId: second.id, role: 'owner' }) })
  expect(account).toMatchObject({
    kind: 'member',
    user: { name: 'The viewer', hasPassword: false },
    shops: [
      { name: 'First', role: 'viewer', isCurrent: false },
      { name: 'Second', role: 'owner', isCurrent: true },
    ],
  })
})

test('an operator has no shop; whether there is a password is told, and nothing of it', async () => {
  const [operator] = await db
    .insert(userAccount)
    .values({ email: 'op@operator.example', name: 'Op', isOperator: true, passwordHash: 'a secret hash' })
    .returning()
  const account = await getAccount({
    ctx: contextOf({ kind: 'operator', userId: operator?.id ?? '', sessionId: randomUUID() }),
  })
  expect(account).toEqual({
    kind: 'operator',
    user: { name: 'Op', email: 'op@operator.example', hasPassword: true },
    shops: [],
  })
})

test('a person whose account is gone is signed out, and somebody without a session is asked to sign in', async () => {
  const principal = await createMember(db, (await createShop(db)).id, 'owner')
  await db.delete(member).where(eq(member.userId, principal.userId))
  await db.delete(userAccount).where(eq(userAccount.id, principal.userId))
  await expect(getAccount({ ctx: contextOf(principal) })).rejects.toMatchObject({ code: 'session.ended' })
  await expect(getAccount({ ctx: contextOf({ kind: 'anonymous' }) })).rejects.toMatchObject({
    code: 'access_token.missing',
  })
})
