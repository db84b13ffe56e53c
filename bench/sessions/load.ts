import { Agent, request } from 'node:http'
import { connections, runPass } from './subject.ts'

/** One call of the load process: how to ask with a session's token, and what token it leaves. */
interface Protocol {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: (token: string) => Record<string, string>
  readonly body?: (token: string) => string
  /** The token to go on with. @throws Error when the answer is not what it should be */
  readonly next: (answer: string, token: string) => string
}

const json = { 'content-type': 'application/json', 'x-app': '1', 'sec-fetch-site': 'same-origin' }
const parse = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>
const tokenIn =
  (field: string) =>
  (answer: string, before: string): string => {
    const token = parse(answer)[field]
    if (typeof token !== 'string' || token === before) throw new Error(`No rotation: ${answer}`)
    return token
  }
const same =
  (proof: string) =>
  (answer: string, token: string): string => {
    if (!answer.includes(proof)) throw new Error(`Not what was asked: ${answer}`)
    return token
  }

const getSession = {
  method: 'GET',
  path: '/api/auth/get-session',
  headers: (cookie: string) => ({ cookie }),
  next: same('"token"'),
} as const

const protocols = {
  afterword: {
    method: 'POST',
    path: '/api/session/refresh',
    headers: () => json,
    body: (refreshToken) => JSON.stringify({ transport: 'bearer', refreshToken }),
    next: tokenIn('refreshToken'),
  },
  afterwordCheck: {
    method: 'GET',
    path: '/api/trpc/admin.session.get',
    headers: (token) => ({ authorization: `Bearer ${token}` }),
    next: same('"result"'),
  },
  bare: { method: 'POST', path: '/', headers: () => json, body: (id) => JSON.stringify({ id }), next: same('"gen"') },
  betterAuth: getSession,
  oidc: {
    method: 'POST',
    path: '/token',
    headers: () => ({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: (token) => `grant_type=refresh_token&client_id=bench&refresh_token=${token}`,
    next: tokenIn('refresh_token'),
  },
  oidcAccess: {
    method: 'POST',
    path: '/token',
    headers: () => ({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: (token) => `grant_type=refresh_token&client_id=bench&refresh_token=${token}`,
    next: tokenIn('access_token'),
  },
  oidcCheck: {
    method: 'GET',
    path: '/me',
    headers: (token) => ({ authorization: `Bearer ${token}` }),
    next: same('"sub"'),
  },
} as const satisfies Record<string, Protocol>

export type ProtocolName = keyof typeof protocols
export interface LoadOrder {
  readonly protocol: ProtocolName
  readonly port: number
  readonly tokens: readonly string[]
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const ask = async (protocol: Protocol, port: number, token: string): Promise<string> =>
  await new Promise((resolve, reject) => {
    const body = protocol.body?.(token)
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const headers = { ...protocol.headers(token), ...length }
    const { method, path } = protocol
    const call = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(protocol.next(text, token))
        else reject(new Error(`${protocol.path} answered ${response.statusCode}: ${text}`))
      })
    })
    call.once('error', reject)
    call.end(body)
  })

process.on('message', (order: LoadOrder) => {
  const tokens = [...order.tokens]
  void runPass(tokens, async (token, index) => {
    tokens[index] = await ask(protocols[order.protocol], order.port, token)
  }).then(
    (pass) => process.send?.({ pass, tokens }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))
