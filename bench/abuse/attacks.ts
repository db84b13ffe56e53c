import { randomUUID } from 'node:crypto'
import type { Attacker } from './attacker.ts'

export interface Target {
  readonly origin: string
  /** Of a public list, without a query. */
  readonly storefront: string
}

/** One attack at a bounded rate, and the words that say which. */
export interface Attack {
  readonly words: string
  /** Begins it; called once. */
  readonly begin: (attacker: Attacker, target: Target) => void
}

const get = (path: string, headers = ''): string => `GET ${path} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`

const post = (path: string, body: string, { headers, length }: { headers: string; length?: number }): string =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\nx-app: 1\r\ncontent-type: application/json\r\n` +
  `content-length: ${length ?? Buffer.byteLength(body)}\r\n${headers}\r\n${body}`

const pipelined = 30
const agentLetters = 15_000
const batched = 4_900
const mails = 160

export const attacks = {
  unread: {
    words: '40 connections that pipeline 30 lists each and read nothing',
    begin: (attacker, { storefront }) =>
      attacker.hold(40, (socket) => {
        socket.pause()
        socket.write(get(`${storefront}?limit=50`).repeat(pipelined))
      }),
  },
  slow: {
    words: '80 connections with a byte of a body, 80 with one of a header, every 5 s',
    begin: (attacker, { origin }) => {
      const path = '/api/trpc/customer.review.submit'
      const start = post(path, '{', { headers: `origin: ${origin}\r\n`, length: 2_000 })
      attacker.hold(80, (socket) => attacker.drip(socket, start))
      attacker.hold(80, (socket) => attacker.drip(socket, 'GET / HTTP/1.1\r\nhost: x\r\nx-a: '))
    },
  },
  agents: {
    words: '10 pages a second with a User-Agent of 15,000 letters',
    begin: (attacker) => {
      const agent = `user-agent: ${'a'.repeat(agentLetters)}\r\n`
      attacker.every(10, () => get('/sign-in', `accept: text/html\r\n${agent}`))
    },
  },
  batches: {
    words: '10 batches of 4,900 calls and 5 of 160 mails a second',
    begin: (attacker, { origin }) => {
      attacker.every(10, () => get(`/api/trpc/${','.repeat(batched)}?batch=1`))
      const calls = Array.from({ length: mails }, () => 'customer.reviewLink.request').join(',')
      const input = { shopAccessCode: 'nobody', email: 'x@example.com' }
      const body = JSON.stringify(Object.fromEntries(Array.from({ length: mails }, (_, index) => [index, input])))
      attacker.every(5, () => post(`/api/trpc/${calls}?batch=1`, body, { headers: `origin: ${origin}\r\n` }))
    },
  },
  attempts: {
    words: '50 calls with an attempt id and 5 reports a second',
    begin: (attacker, { origin }) => {
      attacker.every(50, () => get('/api/trpc/customer.shop.get?input=%7B%7D', `x-attempt-id: ${randomUUID()}\r\n`))
      attacker.every(5, () => post('/api/reports', '{"reports":[]}', { headers: `origin: ${origin}\r\n` }))
    },
  },
} as const satisfies Record<string, Attack>

export type AttackName = keyof typeof attacks
