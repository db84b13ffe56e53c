import { DomainError } from '@afterword/errors'
import { isReachable } from '@afterword/services/health/is-reachable'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../deps.ts'

/** However many ask at once, the database is asked once in so long. */
const answerHoldsMs = 1_000

/** `/healthz`: the process is up. `/readyz`: it can serve, asked of the database, and is not about to stop. */
export const healthRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async () => ({ status: 'up' }))
    let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null
    const isDatabaseThere = async (): Promise<boolean> => {
      const now = performance.now()
      if (asked === null || now - asked.at > answerHoldsMs) asked = { at: now, answer: isReachable(deps.service) }
      return await asked.answer
    }
    app.get('/readyz', async () => {
      if (deps.drain.isOn() || !(await isDatabaseThere())) throw new DomainError('unavailable')
      return { status: 'ready' }
    })
  }
