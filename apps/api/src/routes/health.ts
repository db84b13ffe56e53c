import { DomainError } from '@afterword/errors'
import { isReachable } from '@afterword/services/health/is-reachable'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../deps.ts'

/** `/healthz`: the process is up. `/readyz`: it can serve, asked of the database, and is not about to stop. */
export const healthRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async () => ({ status: 'up' }))
    app.get('/readyz', async () => {
      if (deps.drain.isOn() || !(await isReachable(deps.service))) throw new DomainError('unavailable')
      return { status: 'ready' }
    })
  }
