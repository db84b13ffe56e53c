import { type Replayed, replayIncidents } from '@afterword/services/insight/replay/replay-incidents'
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Env } from '../launcher/env.ts'
import { atConsole } from './at-console.ts'
import { incidentsUsage } from '../usages.ts'

const day = (at: Date): string => at.toISOString().slice(0, 10)

const print = ({ lines, firstAt, lastAt, incidents }: Replayed): void => {
  const days = day(firstAt) === day(lastAt) ? day(firstAt) : `${day(firstAt)} to ${day(lastAt)}`
  console.log(`${lines} lines of ${days}; ${incidents.length} incidents.`)
  for (const { firstAt: at, title, verdict, sentence } of incidents) {
    console.log(`\n${day(at)}  ${title}  [${verdict}]\n  ${sentence}`)
  }
}

/** Loads the calls of other days into the installation's database and says what happened to them. */
export const runIncidents = async (env: Env, args: readonly string[]): Promise<void> => {
  const [action, file] = args
  if (action !== 'replay' || file === undefined || args.length > 2) throw new Error(incidentsUsage)
  await access(file, constants.R_OK)
  const open = () => createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
  print(await atConsole(env, async (ctx) => await replayIncidents({ ctx, input: { open, now: new Date() } })))
}
