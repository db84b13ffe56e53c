import { listSigningKeys } from '@afterword/auth/rotate-keys'
import type { ConsoleContext } from '@afterword/services/kernel/context'
import {
  retireSigningKeyAtConsole,
  rotatePepperAtConsole,
  rotateSigningKeyAtConsole,
} from '@afterword/services/operations/keys/rotate-keys'
import { parseArgs } from 'node:util'
import type { Env } from '../launcher/env.ts'
import { atConsole } from './at-console.ts'
import { keysUsage } from '../usages.ts'

const list = async (ctx: ConsoleContext): Promise<void> => {
  for (const { kid, status, notBefore, retireAfter } of await listSigningKeys(ctx)) {
    const until = retireAfter === null ? '' : `, verifies until ${retireAfter.toISOString()}`
    console.log(`${kid}  ${status.padEnd(8)}  signs from ${notBefore.toISOString()}${until}`)
  }
}

const rotate = async (ctx: ConsoleContext, options: { refresh: boolean; isImmediate: boolean }): Promise<void> => {
  const input = { isImmediate: options.isImmediate }
  if (options.refresh) {
    console.log(`New refresh-token secret: ${await rotatePepperAtConsole({ ctx, input })}.`)
    return
  }
  console.log(`Created signing key ${await rotateSigningKeyAtConsole({ ctx, input })}.`)
  await list(ctx)
}

const act = async (ctx: ConsoleContext, args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { now: { type: 'boolean', default: false }, refresh: { type: 'boolean', default: false } },
  })
  const [action, kid] = positionals
  if (action === 'list') await list(ctx)
  else if (action === 'rotate') await rotate(ctx, { refresh: values.refresh, isImmediate: values.now })
  else if (action === 'retire' && kid !== undefined) await retireSigningKeyAtConsole({ ctx, input: { kid } })
  else throw new Error(keysUsage)
}

/** Lists, rotates and retires the keys of sessions, while the installation runs or not. */
export const runKeys = async (env: Env, args: readonly string[]): Promise<void> =>
  await atConsole(env, async (ctx) => await act(ctx, args))
