import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { requireMailServer, startMailbox } from './mailbox.ts'

const dataDir = await mkdtemp(path.join(tmpdir(), 'afterword-mailbox-'))
const mailbox = await startMailbox({ dataDir, smtpUrl: undefined })
const url = new URL(mailbox.url ?? '')
const token = url.pathname.slice(1)
afterAll(async () => {
  await mailbox.stop()
  await rm(dataDir, { recursive: true })
})

/** Sends one mail over a real socket, line by line. */
const sendMail = async (subject: string): Promise<void> => {
  const socket = connect(Number(new URL(mailbox.smtpUrl).port), '127.0.0.1')
  const replies = socket[Symbol.asyncIterator]()
  const lines = ['HELO a', 'MAIL FROM:<a@shop.example>', 'RCPT TO:<b@shop.example>', 'DATA']
  const content = `From: a@shop.example\r\nTo: b@shop.example\r\nSubject: ${subject}\r\n\r\nHello\r\n.`
  for (const line of [...lines, content, 'QUIT']) {
    await replies.next()
    socket.write(`${line}\r\n`)
  }
  while ((await replies.next()).done !== true);
}

const send = async (address: string, headers: Record<string, string> = {}, method = 'GET') => {
  const asked = request({
    host: '127.0.0.1',
    port: url.port,
    path: address,
    method,
    headers: { host: url.host, ...headers },
  })
  asked.end()
  const [response] = (await Promise.race([once(asked, 'response'), once(asked, 'upgrade')])) as [IncomingMessage]
  if (response.statusCode === 101) response.socket.destroy()
  const body = response.statusCode === 101 ? '' : await text(response)
  return { status: response.statusCode, headers: response.headers, body }
}
const socketHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

await sendMail('A way in')
const emails = `/${token}/api/email`
const polling = `/${token}/socket.io/?EIO=4&transport=polling`
const webSocket = `/${token}/socket.io/?EIO=4&transport=websocket`

describe('the mailbox', () => {
  test('shows its mail at the address that npm start prints', async () => {
    const answer = await fetch(`${mailbox.url}/api/email`)
    expect(await answer.json()).toMatchObject([{ subject: 'A way in' }])
    const page = await fetch(mailbox.url ?? '', { headers: { accept: 'text/html' } })
    const html = await page.text()
    expect(html).toContain(`<base href="/${token}/" />`)
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1]
    expect((await fetch(`${mailbox.url}/${script}`)).status).toBe(200)
  })

  test('answers its own page, live updates included, without opening itself to other origins', async () => {
    const own = { origin: url.origin, 'sec-fetch-site': 'same-origin' }
    for (const address of [emails, polling]) {
      const answer = await send(address, own)
      expect(answer.status).toBe(200)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
    expect((await send(webSocket, { ...own, ...socketHeaders })).status).toBe(101)
  })

  test.each([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page of another site, in a browser that says nothing of sites', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of another port of this machine', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['an image or form of another site', { 'sec-fetch-site': 'cross-site' }],
    [
      'a name that was made to point here',
      { host: `evil.example:${url.port}`, origin: `http://evil.example:${url.port}` },
    ],
    ['a name that was made to point here, without an origin', { host: `evil.example:${url.port}` }],
  ])('refuses %s, at every way in', async (_who, headers) => {
    for (const [address, more] of [
      [emails, {}],
      [polling, {}],
      [webSocket, socketHeaders],
    ] as const) {
      const answer = await send(address, { ...more, ...headers })
      expect(answer.status).toBe(403)
      expect(answer.body).toBe('')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await send(`${emails}/all`, headers, 'DELETE')).status).toBe(403)
    expect((await send(emails, headers, 'OPTIONS')).status).toBe(403)
    expect(JSON.parse((await send(emails)).body)).toHaveLength(1)
  })

  test('is not there for who does not know its first segment', async () => {
    for (const address of [
      '/',
      '/api/email',
      '/socket.io/?EIO=4&transport=polling',
      `/${token}x/api/email`,
      `//${token}`,
    ])
      expect((await send(address)).status).toBe(404)
    expect((await send('/socket.io/?EIO=4&transport=websocket', socketHeaders)).status).toBe(404)
    expect(token).toMatch(/^[\w-]{22}$/)
  })

  test('keeps its files where no other user of the machine may look', async () => {
    const folder = path.join(dataDir, 'mailbox')
    expect(await readdir(folder)).not.toEqual([])
    expect((await stat(folder)).mode & 0o077).toBe(0)
  })
})

test('an installation that others reach does not start without a mail server', () => {
  const start = (publicUrl: string, smtpUrl?: string) => () => requireMailServer({ publicUrl, smtpUrl })
  for (const publicUrl of ['https://reviews.example.com', 'http://192.168.1.5:3000', 'http://localhost.example:3000'])
    expect(start(publicUrl)).toThrow(/^PUBLIC_URL is .* set SMTP_URL to your mail server/)
  expect(start('https://reviews.example.com', 'smtp://mail.example:587')).not.toThrow()
  for (const publicUrl of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://a.localhost'])
    expect(start(publicUrl)).not.toThrow()
})
