import { createServer } from 'node:http'
import postgres from 'postgres'

/**
 * What the public reviews cost at the least: node:http and postgres.js with the same SQL as apps/api,
 * nothing checked, nothing counted, no header but the length. Configured by environment, as apps/api is.
 */
const sql = postgres(process.env['DATABASE_URL'] ?? '', {
  max: Number(process.env['DATABASE_CONNECTIONS']),
  onnotice: () => undefined,
})

const findProduct = async (accessCode: string, platformId: string) =>
  await sql`select s.id as shop_id, p.id as product_id from shop s
    left join product p on p.shop_id = s.id and p.platform_id = ${platformId} and p.deleted_at is null
    where s.access_code = ${accessCode} limit 1`

const columns = sql`r.id, r.rating, r.title, r.body, r.author_name, r.created_at, r.is_verified, r.helpful_count,
  p.body as reply_body, p.created_at as reply_created_at, r.published_at::text as key, 0 as rank`

const listReviews = async (shopId: string, productId: string, cursor: string | null) => {
  const [, time, id] = cursor === null ? [] : (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[])
  const after = time === undefined ? sql`` : sql`and (r.published_at, r.id) < (${time}::timestamptz, ${id ?? ''}::uuid)`
  return await sql`select ${columns} from review r
    left join review_reply p on p.shop_id = r.shop_id and p.review_id = r.id
    where r.shop_id = ${shopId} and r.product_id = ${productId} and r.status = 'published' ${after}
    order by r.published_at desc, r.id desc limit 11`
}

const summarise = async (shopId: string, productId: string) => {
  const [product] = await sql`select p.platform_id, p.title, p.price_minor, p.compare_at_minor, p.currency, r.*
    from product p left join product_rating r on r.shop_id = p.shop_id and r.product_id = p.id
    where p.shop_id = ${shopId} and p.id = ${productId} limit 1`
  const [look] = await sql`select s.accent_color, s.currency, s.locale, w.settings, w.version
    from shop s left join widget w on w.shop_id = s.id where s.id = ${shopId} order by w.version desc limit 1`
  return { product, look }
}

const answer = async (path: string): Promise<string> => {
  const url = new URL(path, 'http://bare')
  const [, , , accessCode = '', , platformId = '', what] = url.pathname.split('/')
  const [found] = await findProduct(accessCode, platformId)
  const { shop_id: shopId, product_id: productId } = found as { shop_id: string; product_id: string }
  if (what === 'summary') return JSON.stringify(await summarise(shopId, productId))
  return JSON.stringify({ items: await listReviews(shopId, productId, url.searchParams.get('cursor')) })
}

const server = createServer((request, response) => {
  void answer(request.url ?? '/').then((body) => {
    response.setHeader('content-type', 'application/json')
    response.end(body)
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ type: 'ready' }))
process.once('disconnect', () => process.exit(0))
