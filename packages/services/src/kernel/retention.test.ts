import { PgDialect } from 'drizzle-orm/pg-core'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keptSince, retentions } from './retention.ts'
import { renderRetentionPage } from './retention-page.ts'

const dialect = new PgDialect({ casing: 'snake_case' })

test('docs/retention.md says what the table says (update it with `pnpm docs:retention`)', async () => {
  await expect(renderRetentionPage()).toMatchFileSnapshot(
    path.join(import.meta.dirname, '../../../../docs/retention.md'),
  )
})

test('what is kept by the setting is never deleted without it, and as long as it says with it', () => {
  const bySetting = Object.entries(retentions).filter(([, { days }]) => days === 'setting')
  expect(bySetting.map(([kind]) => kind)).toEqual(['serverAttempt', 'clientReport', 'browserReport', 'logUsage'])
  for (const [kind] of bySetting as [keyof typeof retentions, unknown][]) {
    expect(() => keptSince(kind)).toThrow('setting')
    expect(dialect.sqlToQuery(keptSince(kind, { settingDays: 7 })).params).toEqual([7])
  }
  expect(dialect.sqlToQuery(keptSince('session', { settingDays: 7 })).params).toEqual([retentions.session.days])
})
