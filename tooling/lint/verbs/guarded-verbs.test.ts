import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkVerbs, readServices } from './check-verbs.ts'
import type { VerbRules } from './judge-verbs.ts'
import { verbRules } from './verb-rules.ts'

const services = readServices(path.resolve(import.meta.dirname, '../../..'))
const sources = 'packages/services/src'
const file = `${sources}/reviews/moderation/planted.ts`

/** What the planted verbs name, and no more: reading all services takes a second. */
const few = new Map(
  [...services].filter(([name]) => name.startsWith(`${sources}/kernel/`) || name.endsWith('/change-status.ts')),
)
const isOfFew = (key: string): boolean => few.has(key.split('#')[0] ?? '')
const onlyFew = (keys: ReadonlySet<string>): Set<string> => new Set([...keys].filter(isOfFew))
const fewRules = {
  guards: onlyFew(verbRules.guards),
  records: onlyFew(verbRules.records),
  tools: onlyFew(verbRules.tools),
  excuses: {},
}

const header = `
import type { Transaction } from '@afterword/db/connection/client'
import { review } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import { requireMember } from '../../kernel/access.ts'
import { writeAudit } from '../../kernel/audit.ts'
import type { ServiceContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { changeStatus } from './change-status.ts'
`
const ask = `const { shopId } = requireMember(ctx, 'review.moderate')`
const tell = `await writeAudit(tx, ctx, { shopId: 'x', action: 'review.publish' })`
const verb = (body: string): string => `
export const planted = async ({ ctx }: { ctx: ServiceContext }) => {
${body}
}`
const transaction = (...body: string[]): string => `await inTransaction(ctx, async (tx) => {\n${body.join('\n')}\n})`

/** What the check says of the services as they are and one file more. */
const faultsOf = (text: string, rules: VerbRules = fewRules): string[] =>
  checkVerbs(new Map([...few, [file, header + text]]), rules)
const unasked = `${file}#planted writes and does not ask first who may`
const untold = `${file}#planted writes and records no act`

test('every verb of services asks who may before it writes, and records its act', () => {
  expect(checkVerbs(services, verbRules)).toEqual([])
})

describe('is found, in a verb that neither asks nor records:', () => {
  test.each([
    ['a transaction', transaction('return 1')],
    ['a transaction of the database itself', 'await ctx.db.transaction(async (tx) => tx)'],
    ['an insert', 'await ctx.db.insert(review).values({})'],
    ['an update', 'const { db } = ctx\nawait db.update(review).set({ rating: 1 })'],
    ['a delete, however the database is called', 'const store = ctx.db\nawait store.delete(review)'],
    ['an insert as text', 'await ctx.db.execute(sql`insert into ${review} values (1)`)'],
    ['an update as text', 'await ctx.db.execute(sql`with a as (update ${review} r set rating = 1) select 1`)'],
    ['a delete as raw text', "await ctx.db.execute(sql.raw(`delete from ${'review'}`))"],
    ['a job', 'await ctx.jobs.enqueue(ctx.db, job, {})'],
    ['a write behind a condition', 'if (ctx.requestId !== "") await ctx.db.delete(review)'],
    ['a write of a function of the same file', 'await helper(ctx)'],
    ['a write of a function handed on', 'await Promise.all([1].map(helper))'],
  ])('%s', (_what, body) => {
    const helper = 'const helper = async (ctx) => await ctx.db.delete(review)\n'
    expect(faultsOf(helper + verb(body))).toEqual([unasked, untold])
  })

  test.each([
    ['a function', `export async function planted(ctx: ServiceContext) { await ctx.db.delete(review) }`],
    ['what is exported apart', `const planted = async (ctx) => await ctx.db.delete(review)\nexport { planted }`],
    [
      'what is exported as default',
      `const planted = async (ctx) => await ctx.db.delete(review)\nexport default planted`,
    ],
    ['a class', `export class planted { async act(ctx) { await ctx.db.delete(review) } }`],
    ['an object of functions', `export const planted = { act: async (ctx) => await ctx.db.delete(review) }`],
    ['a default value', `export const planted = async (ctx, gone = ctx.db.delete(review)) => { await gone }`],
  ])('a write in %s', (_what, text) => {
    expect(faultsOf(text)).toEqual([unasked, untold])
  })
})

describe('a verb', () => {
  test('that asks only after it has written is found', () => {
    expect(faultsOf(verb(`${transaction(tell)}\n${ask}`))).toEqual([unasked])
  })

  test('that asks and does not record is found', () => {
    expect(faultsOf(verb(`${ask}\n${transaction('await tx.delete(review)')}`))).toEqual([untold])
  })

  test('that names a permission or a record only as a type, or a property, is found', () => {
    const body = `const a: typeof requireMember = ctx.requireMember\n${transaction('await ctx.writeAudit(tx, {})')}`
    expect(faultsOf(verb(body))).toEqual([unasked, untold])
  })

  test('whose guard is another function of the same name is found', () => {
    const own = 'const requireOperator = (ctx) => ctx\n'
    expect(faultsOf(own + verb(`requireOperator(ctx)\n${transaction(tell)}`))).toEqual([unasked])
  })

  test('that asks and records, itself or by what it calls, is fine', () => {
    expect(faultsOf(verb(`${ask}\n${transaction(tell)}`))).toEqual([])
    expect(faultsOf(verb(`${ask}\n${transaction('await changeStatus(tx, ctx, {})')}`))).toEqual([])
    const helper = `const mayModerate = (ctx) => requireMember(ctx, 'review.moderate')\n`
    expect(faultsOf(helper + verb(`mayModerate(ctx)\n${transaction(tell)}`))).toEqual([])
  })

  test('that only reads needs neither, even when it locks', () => {
    const reads =
      'const rows = new Map()\nrows.delete(1)\nawait ctx.db.execute(sql`select 1 from ${review} for update`)'
    expect(faultsOf(verb(reads))).toEqual([])
  })
})

test('a part that is handed its caller’s transaction is judged by its caller', () => {
  const part = 'export const remove = async (tx: Transaction) => await tx.delete(review)\n'
  expect(faultsOf(part)).toEqual([])
  expect(faultsOf(part + verb(transaction('await remove(tx)')))).toEqual([unasked, untold])
})

describe('an excuse', () => {
  const rules = { ...fewRules, excuses: { [`${file}#planted`]: { guard: 'stranger', audit: 'itself' } } }

  test('lets a verb do without', () => {
    expect(faultsOf(verb('await ctx.db.delete(review)'), rules)).toEqual([])
  })

  test('that is not needed is a fault: the verb asks, records, only reads, or is gone', () => {
    expect(faultsOf(verb(`${ask}\n${transaction(tell)}`), rules)).toEqual([
      `${file}#planted asks who may: it needs no excuse for that`,
      `${file}#planted records its act: it needs no excuse for that`,
    ])
    const gone = [`${file}#planted is excused and is no verb that writes`]
    expect(faultsOf(verb('return ctx'), rules)).toEqual(gone)
    expect(checkVerbs(few, rules)).toEqual(gone)
  })

  test('or a guard of a name that nothing has is a fault', () => {
    const guards = new Set([...fewRules.guards, `${file}#gone`])
    expect(checkVerbs(few, { ...fewRules, guards })).toEqual([`${file}#gone is named by the rules and is not there`])
  })
})
