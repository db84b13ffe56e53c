import { openDatabase } from '@afterword/db/connection/client'
import { sql } from 'drizzle-orm'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type Sendable, seedSendables } from '../overload/seed.ts'
import { findFreePort, startServer, stopServer } from '../processes.ts'
import { seedReviews } from '../seed.ts'
import type { AttackName } from './attacks.ts'
import type { HonestOrder, HonestOutcome } from './outcome.ts'

export interface AbuseField {
  /** Lets honest callers come for so long, beside an attack or alone. */
  readonly run: (seconds: number, attack: AttackName | null) => Promise<HonestOutcome>
  readonly stop: () => Promise<void>
}

/** How long an attack stands before honest callers are watched: until then connections are opened and first answers made. */
const headStartMs = 4_000

const startInstallation = async (databaseUrl: string) => {
  const [port, webPort] = [await findFreePort(), await findFreePort()]
  const env = {
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: '10',
    AFTERWORD_SECRET: 'a secret of thirty-two characters or more',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'fatal',
  }
  const web = await startServer('apps/web/server.ts', { ...env, PORT: String(webPort) })
  const webUrl = `http://127.0.0.1:${webPort}`
  const api = await startServer('apps/api/src/main.ts', { ...env, PORT: String(port), WEB_URL: webUrl })
  return { port: String(port), stop: async () => void (await Promise.all([stopServer(api), stopServer(web)])) }
}

/** apps/api and apps/web as they are shipped (build first), honest callers, and so many reviews they can send. */
export const openAbuseField = async (databaseUrl: string, sendables: number): Promise<AbuseField> => {
  const { db, close } = openDatabase({ url: databaseUrl })
  const product = await seedReviews(db)
  const stock: Sendable[] = await seedSendables(db, sendables)
  await db.execute(sql`analyze`)
  const { port, stop } = await startInstallation(databaseUrl)
  const storefront = `${product.path}/reviews`
  const honest = fork(path.join(import.meta.dirname, 'honest.ts'), [port, `${storefront}?limit=10`])
  return {
    async run(seconds, attack) {
      const attacker =
        attack === null ? null : fork(path.join(import.meta.dirname, 'attacker.ts'), [attack, port, storefront])
      if (attacker !== null) await new Promise((resolve) => setTimeout(resolve, headStartMs))
      const answered = once(honest, 'message')
      honest.send({ seconds, sendables: stock.splice(0, seconds * 5) } satisfies HonestOrder)
      const [outcome] = (await answered) as [HonestOutcome]
      attacker?.kill()
      return outcome
    },
    async stop() {
      honest.disconnect()
      await stop()
      await close()
    },
  }
}
