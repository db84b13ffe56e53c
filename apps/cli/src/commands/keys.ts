import { listSigningKeys, retireSigningKey, rotatePepper, rotateSigningKey } from '@afterword/auth/rotate-keys'
import { parseArgs } from 'node:util'
import type { Env } from '../launcher/env.ts'
import { atConsole } from './at-console.ts'

type KeyDeps = Parameters<typeof rotateSigningKey>[0]

export const keysUsage = `pnpm afterword keys <action>

  list                   the keys that sign access tokens
  rotate                 publishes a new key; it signs after 10 minutes, and the old one stays valid for 31 more
  rotate --now           the same, but the new key signs immediately
  rotate --refresh       creates a new refresh-token secret; sessions switch to it as they renew
  rotate --refresh --now the same, but everyone has to sign in again
  retire <kid>           retires a replaced key early`

const list = async (deps: KeyDeps): Promise<void> => {
  for (const { kid, status, notBefore, retireAfter } of await listSigningKeys(deps)) {
    const until = retireAfter === null ? '' : `, verifies until ${retireAfter.toISOString()}`
    console.log(`${kid}  ${status.padEnd(8)}  signs from ${notBefore.toISOString()}${until}`)
  }
}

const rotate = async (deps: KeyDeps, options: { refresh: boolean; isImmediate: boolean }): Promise<void> => {
  if (options.refresh) {
    console.log(`New refresh-token secret: ${await rotatePepper(deps, options)}.`)
    return
  }
  console.log(`Created signing key ${await rotateSigningKey(deps, options)}.`)
  await list(deps)
}

const act = async (deps: KeyDeps, args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { now: { type: 'boolean', default: false }, refresh: { type: 'boolean', default: false } },
  })
  const [action, kid] = positionals
  if (action === 'list') await list(deps)
  else if (action === 'rotate') await rotate(deps, { refresh: values.refresh, isImmediate: values.now })
  else if (action === 'retire' && kid !== undefined) await retireSigningKey(deps, kid)
  else throw new Error(keysUsage)
}

/** Lists, rotates and retires the keys of sessions, while the installation runs or not. */
export const runKeys = async (env: Env, args: readonly string[]): Promise<void> =>
  await atConsole(env, async (ctx) => await act(ctx, args))
