import { listOperatorActs, type OperatorActEntry } from '@afterword/services/people/person/list-operator-acts'
import { addOperator } from '@afterword/services/people/person/add-operator'
import { newPersonSchema } from '@afterword/validation/shop/new-shop'
import { parseArgs } from 'node:util'
import type { Env } from '../launcher/env.ts'
import { findPublicUrl } from '../launcher/find-public-url.ts'
import { atConsole, readInput } from './at-console.ts'
import { operatorsUsage } from '../usages.ts'

const describeAct = ({ at, actor, action, subject, details }: OperatorActEntry): string =>
  [at.toISOString(), actor, action, subject ?? '', details === null ? '' : JSON.stringify(details)].join('  ').trimEnd()

const printLog = async (env: Env): Promise<void> => {
  const acts = await atConsole(env, async (ctx) => await listOperatorActs({ ctx }))
  console.log(acts.length === 0 ? 'No acts yet.' : acts.map(describeAct).join('\n'))
}

/** Adds an operator, or lists what operators did. */
export const runOperators = async (env: Env, args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: { type: 'string' } },
  })
  const [action, email, ...others] = positionals
  if (action === 'log' && email === undefined) return await printLog(env)
  if (action !== 'add' || email === undefined || others.length > 0) throw new Error(operatorsUsage)
  const input = readInput(newPersonSchema, { email, name: values.name ?? email.split('@', 1)[0] })
  const { isNew } = await atConsole(env, async (ctx) => await addOperator({ ctx, input }))
  const publicUrl = await findPublicUrl(env)
  console.log(
    isNew
      ? `Operator added. ${input.email} can choose a password at ${publicUrl}/forgot-password?first=1`
      : `${input.email} already has an account and will be an operator after signing in again at ${publicUrl}/sign-in`,
  )
}
