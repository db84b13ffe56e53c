import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { createMailer } from './transport.ts'

/** Every line that a client says to a mail server which takes all; our usual one refuses quoted local parts. */
const said: string[] = []
const server = createServer((socket) => {
  let isData = false
  const answer = (line: string): string | null => {
    if (isData && line !== '.') return null
    isData = line === 'DATA'
    return isData ? '354 go on' : '250 fine'
  }
  createInterface(socket).on('line', (line) => {
    said.push(line)
    const reply = answer(line)
    if (reply !== null) socket.write(`${reply}\r\n`)
  })
  socket.on('error', () => undefined)
  socket.write('220 here\r\n')
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => server.close())

test('an old Japanese address with dots side by side is written quoted, in the command and in the mail', async () => {
  const { port } = server.address() as AddressInfo
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, fromAddress: 'reviews@reviews.example' })
  const mail = {
    kind: 'staff',
    messageId: '<1@reviews.example>',
    to: 'taro..yamada.@docomo.ne.jp',
    name: 'Taro',
    subject: 'Hello',
    preview: 'Words.',
    paragraphs: ['Hello.'],
    action: null,
    code: null,
    reason: 'A test.',
  } as const
  await mailer.send(mail)
  expect(said).toContain('RCPT TO:<"taro..yamada."@docomo.ne.jp>')
  expect(said).toContain('To: Taro <"taro..yamada."@docomo.ne.jp>')
})
