import { describeOrigin } from '@afterword/auth/request-origin'
import { DomainError } from '@afterword/errors'
import { saveReports } from '@afterword/services/insight/attempt/save-reports'
import { isProcedure } from '@afterword/trpc/calls'
import { clientReportsSchema } from '@afterword/validation/incident/client-report'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'

const bodyLimitBytes = 64 * 1024
/** From one network address; a page sends a few an hour. */
const reportsPerMinute = 60

const parseJson = (body: unknown): unknown => {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body) as unknown
  } catch (error) {
    throw new DomainError('body.invalid', { cause: error })
  }
}

/** `POST /api/reports`: what a browser saw of calls that failed. `sendBeacon` sends it as text. */
export const reportRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    const options = {
      bodyLimit: bodyLimitBytes,
      config: { rateLimit: { max: reportsPerMinute, timeWindow: '1 minute' } },
    }
    app.post('/api/reports', options, async (request, reply) => {
      const body = clientReportsSchema.safeParse(parseJson(request.body))
      if (!body.success) throw new DomainError('input.invalid', { cause: body.error })
      const { ipPrefix, uaFamily } = describeOrigin(request.ip, request.headers['user-agent'])
      const quota = deps.logQuotas.reports
      const from = { browser: uaFamily, place: ipPrefix, now: deps.service.now(), isProcedure, quota }
      await saveReports(deps.service.db, body.data.reports, from)
      return await reply.code(204).send()
    })
  }
