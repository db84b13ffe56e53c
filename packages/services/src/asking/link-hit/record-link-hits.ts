import { parseReviewLinkCode } from '@afterword/auth/review-link'
import { linkHit, reviewLink } from '@afterword/db/schema'
import { sql } from 'drizzle-orm'
import { isLinkOpen } from '../link/link-lifetime.ts'
import type { ServiceDeps } from '../../kernel/context.ts'

export interface LinkHit {
  /** As it stood in the address. */
  readonly code: string
  readonly at: Date
  readonly kind: 'opened' | 'scanned'
  readonly uaFamily: string | null
  readonly ipPrefix: string | null
}

/** Notes in one statement that review links were fetched. What is no working link leaves no trace. */
export const recordLinkHits = async (deps: Pick<ServiceDeps, 'db'>, hits: readonly LinkHit[]): Promise<void> => {
  const rows = hits.flatMap(({ code, at, kind, uaFamily, ipPrefix }) => {
    const token = parseReviewLinkCode(code)
    if (token === null) return []
    const hash = Buffer.from(token.tokenHash).toString('hex')
    return [{ shop_id: token.shopId, hash, at: at.toISOString(), kind, ua_family: uaFamily, ip_prefix: ipPrefix }]
  })
  if (rows.length === 0) return
  await deps.db.execute(sql`
    insert into ${linkHit} (shop_id, review_request_id, at, kind, ua_family, ip_prefix)
    select ${reviewLink.shopId}, ${reviewLink.reviewRequestId}, hit.at, hit.kind, hit.ua_family, hit.ip_prefix
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as hit(shop_id uuid, hash text, at timestamptz, kind text, ua_family text, ip_prefix text)
    join ${reviewLink} on ${reviewLink.shopId} = hit.shop_id and ${reviewLink.tokenHash} = decode(hit.hash, 'hex')
    where ${reviewLink.purpose} = 'review' and ${isLinkOpen}`)
}
