import { DomainError } from '@afterword/errors'
import type { FastifyPluginAsync } from 'fastify'
import type { DatabaseWatch } from '../process/database-watch.ts'
import type { ApiDeps } from '../process/deps.ts'

/** `/healthz`: the process is up. `/readyz`: it can serve, asked of the database, and is not about to stop. */
export const healthRoutes =
  (deps: ApiDeps, database: DatabaseWatch): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async () => ({ status: 'up' }))
    app.get('/readyz', async () => {
      if (deps.drain.isOn() || !(await database.isThere())) throw new DomainError('unavailable')
      return { status: 'ready' }
    })
  }
