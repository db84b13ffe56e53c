import { isScannerRequest } from '@afterword/services/asking/link-hit/classify-link-hit'
import { createLinkHitLog } from '@afterword/services/asking/link-hit/link-hit-log'
import { recordLinkHits } from '@afterword/services/asking/link-hit/record-link-hits'
import type { FastifyRequest } from 'fastify'
import type { ApiDeps } from '../process/deps.ts'
import { originOf } from '../process/request-origin.ts'

const linkPage = /^\/write\/(detail|unsubscribe)\/([^/?#]+)/

/** Whether an address is one that a mailed link leads to. */
export const isLinkPage = (request: FastifyRequest): boolean => linkPage.test(request.url)

export interface LinkVisits {
  /** Takes note of an answered page request; returns at once. */
  note(request: FastifyRequest, status: number): void
  /** Writes what is not written yet. */
  close(): Promise<void>
}

const codeOf = (url: string): string | null => {
  const [, kind, code = ''] = linkPage.exec(url) ?? []
  if (kind !== 'detail') return null
  try {
    return decodeURIComponent(code)
  } catch {
    return null
  }
}

/** Notes who opened review pages, people or scanners, beside the requests: all that a GET ever writes. */
export const createLinkVisits = (deps: ApiDeps): LinkVisits => {
  const log = createLinkHitLog({
    write: async (hits) => await recordLinkHits(deps.service, hits),
    onError: (error) => deps.logger.error({ err: error }, 'link hits not written'),
    now: deps.service.now,
  })
  return {
    note(request, status) {
      const code = status === 200 ? codeOf(request.url) : null
      if (code === null) return
      const kind = isScannerRequest(request) ? 'scanned' : 'opened'
      log.add({ code, at: deps.service.now(), kind, ...originOf(request) })
    },
    close: async () => await log.close(),
  }
}
