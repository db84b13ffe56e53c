import { request } from 'node:http'

/** Bytes of an answer's body as they travel, with gzip accepted. */
const transfer = async (url: string): Promise<{ bytes: number; body: Buffer }> =>
  await new Promise((resolve, reject) => {
    const call = request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const body = Buffer.concat(chunks)
        if (response.statusCode === 200) resolve({ bytes: body.length, body })
        else reject(new Error(`${url} answered ${response.statusCode}.`))
      })
    })
    call.once('error', reject)
    call.end()
  })

export const countBytes = async (url: string): Promise<number> => (await transfer(url)).bytes

export interface PageBytes {
  readonly html: number
  readonly js: number
  readonly css: number
}

/** Scripts that only browsers without modules load: none that we support. */
const legacyScript = /<script[^>]*src="([^"]+)"[^>]*nomodule/gi

/** What the first visit to a page loads: its HTML and the scripts and styles that it names. */
export const countPageBytes = async (url: string): Promise<PageBytes> => {
  const text = await (await fetch(url)).text()
  const addresses = new Set(
    Array.from(
      text.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.(?:js|css)[^"]*)"/g),
      ([, address]) => address ?? '',
    ),
  )
  for (const [, address = ''] of text.matchAll(legacyScript)) addresses.delete(address)
  const total = { html: await countBytes(url), js: 0, css: 0 }
  for (const address of addresses) {
    const kind = address.includes('.css') ? 'css' : 'js'
    total[kind] += await countBytes(new URL(address, url).href)
  }
  return total
}
