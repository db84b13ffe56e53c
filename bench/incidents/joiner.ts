import { openDatabase } from '@afterword/db/connection/client'
import { joinAttempts } from '@afterword/services/insight/incident/join-attempts'
import { settleOutcomes } from '@afterword/services/insight/outcome/settle-outcomes'

/** Joins what waits in a process of its own and tells its parent how long it took and what it needed. */
const url = process.env['DATABASE_URL'] ?? ''
const since = new Date(process.env['JOIN_SINCE'] ?? '')
const { db, close } = openDatabase({ url, maxConnections: 2 })
/** Megabytes: the runtime and the modules, before anything is joined. */
const peakOf = (): number => process.resourceUsage().maxRSS / 1_024
const startMb = peakOf()
const now = new Date()
const startedAt = performance.now()
const joined = await joinAttempts(db, now, { since })
const joinMs = performance.now() - startedAt
await settleOutcomes(db, now)
const settleMs = performance.now() - startedAt - joinMs
process.send?.({ ...joined, joinMs, settleMs, startMb, peakMb: peakOf() })
await close()
process.disconnect?.()
