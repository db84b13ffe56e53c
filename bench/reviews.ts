import { openDatabase } from '@afterword/db/connection/client'
import { createReviewShop } from '@afterword/services/testing/review-world'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findFreePort, type Load, measure, startServer, stopServer } from './processes.ts'
import { reviewCount, seedReviews } from './seed.ts'
import { countBytes, countPageBytes } from './transferred-bytes.ts'

/** As many in flight as connections: more would measure waiting (docs/decisions/005-database-gate.md). */
const connections = 10
const rounds = 3
const pageBefore = 499
const root = path.resolve(import.meta.dirname, '..')

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const summarise = (loads: readonly Load[]): Load => ({
  perSecond: median(loads.map((load) => load.perSecond)),
  p50: median(loads.map((load) => load.p50)),
  p99: median(loads.map((load) => load.p99)),
  failed: loads.reduce((total, load) => total + load.failed, 0),
})

/** Both servers in turn, so that what else the machine does strikes both. */
const compare = async (
  [api, bare]: readonly [string, string],
  address: string,
  seconds: number,
): Promise<{ api: Load; bare: Load }> => {
  const loads = { api: new Array<Load>(), bare: new Array<Load>() }
  await measure(api + address, connections, 1)
  await measure(bare + address, connections, 1)
  for (let round = 0; round < rounds; round += 1) {
    loads.api.push(await measure(api + address, connections, seconds))
    loads.bare.push(await measure(bare + address, connections, seconds))
  }
  return { api: summarise(loads.api), bare: summarise(loads.bare) }
}

/** The cursor of the 500th page, found as a visitor finds it. */
const walkToCursor = async (address: string): Promise<string> => {
  let cursor = ''
  for (let page = 0; page < pageBefore; page += 1) {
    const response = await fetch(`${address}?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`)
    cursor = ((await response.json()) as { nextCursor: string }).nextCursor
  }
  return cursor
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const show = (name: string, { api, bare }: { api: Load; bare: Load }): void => {
  const ratio = `${Math.round((api.perSecond / bare.perSecond) * 100)} %`
  const perSecond = [api, bare].map((load) => Math.round(load.perSecond))
  console.log(line([name, ...perSecond, ratio, `${api.p50} / ${api.p99}`, `${bare.p50} / ${bare.p99}`]))
  if (api.failed + bare.failed > 0) throw new Error(`${name}: ${api.failed} + ${bare.failed} requests failed.`)
}

/** The public reviews: apps/api as it is shipped beside a bare server with the same SQL. */
export const benchReviews = async (databaseUrl: string, seconds: number): Promise<void> => {
  const { db, close } = openDatabase({ url: databaseUrl })
  const product = await seedReviews(db)
  const { code } = await createReviewShop(db)
  await close()

  const [apiPort, barePort, webPort] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const env = {
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: String(connections),
    AFTERWORD_SECRET: 'a secret of thirty-two characters or more',
    PUBLIC_URL: `http://127.0.0.1:${apiPort}`,
    WEB_URL: `http://127.0.0.1:${webPort}`,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  }
  const api = await startServer('apps/api/src/main.ts', { ...env, PORT: String(apiPort) })
  const bare = await startServer('bench/bare-server.ts', { ...env, PORT: String(barePort) })
  const [apiUrl, bareUrl] = [`http://127.0.0.1:${apiPort}`, `http://127.0.0.1:${barePort}`]

  console.log(
    `One product with ${reviewCount} published reviews; ${connections} in flight on ${connections} connections;`,
  )
  console.log(`medians of ${rounds} alternating rounds of ${seconds} s.\n`)
  console.log(line(['', 'apps/api req/s', 'bare req/s', 'ratio', 'apps/api p50 / p99 ms', 'bare p50 / p99 ms']))
  console.log(line(['---', '---', '---', '---', '---', '---']))
  const reviews = `${product.path}/reviews`
  const cursor = await walkToCursor(apiUrl + reviews)
  show('reviews, first page', await compare([apiUrl, bareUrl], `${reviews}?limit=10`, seconds))
  show('reviews, page 500', await compare([apiUrl, bareUrl], `${reviews}?limit=10&cursor=${cursor}`, seconds))
  show('summary', await compare([apiUrl, bareUrl], `${product.path}/summary`, seconds))

  console.log(`\nTransferred with gzip: widget.js ${await countBytes(`${apiUrl}/storefront/v1/widget.js`)} bytes`)
  if (existsSync(path.join(root, 'apps/web/.next/BUILD_ID'))) {
    const web = await startServer('apps/web/server.ts', { ...env, PORT: String(webPort) })
    const { html, js, css } = await countPageBytes(`${apiUrl}/write/detail/${code}`)
    console.log(`review page: ${html} HTML + ${js} JS + ${css} CSS = ${html + js + css} bytes`)
    await stopServer(web)
  } else {
    console.log('review page: not measured, apps/web is not built (pnpm build)')
  }
  await stopServer(api)
  await stopServer(bare)
}
