import { createShop } from '@afterword/db/testing/factories'
import { useTestDatabase } from '@afterword/db/testing/template-db'
import { createPublicFetch } from '@afterword/public-fetch/create-public-fetch'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createMember, createReviewWorld } from '../../testing/review-world.ts'
import { readBrand } from './read-brand.ts'

const { db } = await useTestDatabase()
const world = createReviewWorld(db)

type Page = Readonly<{ body: string | Uint8Array; type?: string; status?: number }>
const pages = new Map<string, Page>()
const server = createServer((request, response) => {
  const page = pages.get(request.url ?? '')
  response.writeHead(page?.status ?? (page === undefined ? 404 : 200), { 'content-type': page?.type ?? 'text/html' })
  response.end(page?.body)
})
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
afterAll(() => void server.close())
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
const websiteUrl = `http://${host}/`

const ask = async (fetchPublic = createPublicFetch({ allowedHosts: [host] })) => {
  const shop = await createShop(db)
  const principal = await createMember(db, shop.id, 'owner')
  return await readBrand({ ctx: { ...world.contextOf(principal), fetchPublic }, input: { websiteUrl } })
}

test('a shop’s website tells its name, language, colour and a logo that really is a picture', async () => {
  pages.set('/', {
    body: `<html lang="ko"><title>x</title><meta property="og:site_name" content="Maru Ceramics">
      <meta name="theme-color" content="#17594A">
      <link rel="apple-touch-icon" href="/missing.png"><link rel="icon" sizes="64x64" href="/page.png">
      <link rel="icon" sizes="32x32" href="logo.png"></html>`,
  })
  pages.set('/page.png', { body: '<script>alert(1)</script>' })
  pages.set('/logo.png', { body: 'png', type: 'image/png' })
  expect(await ask()).toEqual({
    websiteUrl,
    name: 'Maru Ceramics',
    locale: 'ko',
    accentColor: '#17594a',
    logoUrl: `${websiteUrl}logo.png`,
  })
})

test('a page in another code is read in it, and what it does not tell stays open', async () => {
  // 마루 in EUC-KR.
  const title = Buffer.concat([Buffer.from('<html lang="fr"><title>'), Buffer.from([0xb8, 0xb6, 0xb7, 0xe7])])
  pages.set('/', { body: title, type: 'text/html; charset=euc-kr' })
  expect(await ask()).toEqual({ websiteUrl, name: '마루', locale: null, accentColor: null, logoUrl: null })
})

test('a logo inside a private network is not asked for', async () => {
  pages.set('/', { body: '<link rel="icon" href="http://169.254.169.254/latest/x.png">' })
  expect(await ask()).toMatchObject({ logoUrl: null })
})

test.each([
  ['an error page', { body: 'gone', status: 503 }],
  ['a file', { body: '%PDF', type: 'application/pdf' }],
])('%s is no page of a shop', async (_name, page) => {
  pages.set('/', page)
  await expect(ask()).rejects.toMatchObject({ code: 'website.no_page' })
})

test('a page that is huge is refused, and a website in a private network is not reached', async () => {
  pages.set('/', { body: 'x'.repeat(4_000_000) })
  await expect(ask()).rejects.toMatchObject({ code: 'website.too_large' })
  await expect(ask(createPublicFetch())).rejects.toMatchObject({ code: 'website.not_public' })
})
