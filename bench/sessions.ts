import { openDatabase } from '@afterword/db/connection/client'
import { compareFunctions } from './sessions/functions.ts'
import { openSessions } from './sessions/our-sessions.ts'
import { compareOverHttp } from './sessions/over-http.ts'
import { countRoundTrips } from './sessions/round-trips.ts'
import { connections, printFigures } from './sessions/subject.ts'

const count = 2_000

/** Rotations and access checks beside their floors, better-auth and oidc-provider (docs/benchmarks.md). */
export const benchSessions = async (databaseUrl: string, seconds: number): Promise<void> => {
  const { db, close } = openDatabase({ url: databaseUrl, maxConnections: connections })
  const counted = await openSessions(db, 'http://127.0.0.1', 51)
  const sessions = await openSessions(db, 'http://127.0.0.1', count)
  await close()
  console.log(`${count} sessions, each renewed or checked once in a pass; ${connections} in flight; medians of passes.`)
  console.log(`One refresh waits for Postgres ${(await countRoundTrips(databaseUrl, counted)).toFixed(2)} times.`)
  const functions = await compareFunctions(databaseUrl, sessions, seconds)
  printFigures('rotation, as a function', functions.rotation)
  printFigures('access check of a read, as a function', functions.check)
  printFigures('access check of a write, as a function', functions.write)
  const http = await compareOverHttp(databaseUrl, { count, seconds })
  printFigures('rotation over HTTP', http.rotation)
  printFigures('access check over HTTP', http.check)
}
