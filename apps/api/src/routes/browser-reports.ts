import { describeOrigin } from '@afterword/auth/request-origin'
import { DomainError } from '@afterword/errors'
import { saveBrowserReports } from '@afterword/services/insight/attempt/save-browser-reports'
import { browserReportsSchema } from '@afterword/validation/incident/browser-report'
import type { FastifyPluginAsync } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { browserReportsPath } from '../plugins/browser-reporting.ts'

const bodyLimitBytes = 64 * 1024
/** From one network address; a browser gathers its reports for a minute. */
const reportsPerMinute = 30

/** `POST /api/reports/browser`: what a browser reports by itself. It waits for no answer, and gets none. */
export const browserReportRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    app.addContentTypeParser(
      'application/reports+json',
      { parseAs: 'string' },
      app.getDefaultJsonParser('error', 'error'),
    )
    const options = {
      bodyLimit: bodyLimitBytes,
      config: { rateLimit: { max: reportsPerMinute, timeWindow: '1 minute' } },
    }
    app.post(browserReportsPath, options, async (request, reply) => {
      const reports = browserReportsSchema.safeParse(request.body)
      if (!reports.success) throw new DomainError('input.invalid', { cause: reports.error })
      const { ipPrefix, uaFamily } = describeOrigin(request.ip, request.headers['user-agent'])
      const quota = deps.logQuotas.browser_reports
      const from = { browser: uaFamily, place: ipPrefix, now: deps.service.now(), quota }
      await saveBrowserReports(deps.service.db, reports.data, from)
      return await reply.code(204).send()
    })
  }
