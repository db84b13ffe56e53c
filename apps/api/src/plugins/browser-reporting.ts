import type { FastifyInstance } from 'fastify'

export const browserReportsPath = '/api/reports/browser'

/** How long a browser goes on reporting after its last visit. */
const weekSeconds = 604_800

/**
 * Asks browsers to tell us what no script can: a name that did not resolve, a connection that was reset,
 * an answer cut, a page that crashed. They do so over https alone.
 *
 * @see https://www.w3.org/TR/network-error-logging/ — which names its group by `Report-To`
 */
export const installBrowserReporting = (app: FastifyInstance, publicUrl: string): void => {
  if (!publicUrl.startsWith('https:')) return
  const url = publicUrl + browserReportsPath
  const headers = {
    'reporting-endpoints': `default="${url}"`,
    'report-to': JSON.stringify({ group: 'default', max_age: weekSeconds, endpoints: [{ url }] }),
    nel: JSON.stringify({ report_to: 'default', max_age: weekSeconds, success_fraction: 0, failure_fraction: 1 }),
  }
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
}
