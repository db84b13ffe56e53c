import { settledOutcomes } from '@afterword/validation/incident/rules'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../kernel/columns.ts'

/** How a visitor's work with one submission ended, as their browser told. The last word counts. */
export const clientOutcome = pgTable('client_outcome', {
  submissionId: uuid().primaryKey(),
  outcome: text({ enum: settledOutcomes }).notNull(),
  at: createdAt(),
})
