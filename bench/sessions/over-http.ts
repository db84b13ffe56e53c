import { openDatabase } from '@afterword/db/connection/client'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { findFreePort, startServerWithTokens, stopServer } from '../processes.ts'
import type { LoadOrder, ProtocolName } from './load.ts'
import { letAMinutePass, openSessions, secret } from './our-sessions.ts'
import { compare, connections, type Figure, type Pass, type Subject } from './subject.ts'

interface Server {
  readonly port: number
  readonly child: ChildProcess
  readonly tokens: readonly string[]
}

const start = async (script: string, databaseUrl: string, env: Readonly<Record<string, string>>): Promise<Server> => {
  const port = await findFreePort()
  const { child, tokens } = await startServerWithTokens(script, {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: String(connections),
    ...env,
  })
  return { port, child, tokens }
}

/** One pass of the load process, a third process besides server and Postgres. */
const order = async (load: ChildProcess, wanted: LoadOrder): Promise<{ pass: Pass; tokens: string[] }> => {
  const answered = once(load, 'message')
  load.send(wanted)
  const [answer] = (await answered) as [{ pass: Pass; tokens: string[] } | { failed: string }]
  if ('failed' in answer) throw new Error(answer.failed)
  return answer
}

/** @returns Rotations and access checks of the three servers and the floor, all on the same Postgres. */
export const compareOverHttp = async (
  databaseUrl: string,
  options: { count: number; seconds: number },
): Promise<Record<'rotation' | 'check', Figure[]>> => {
  const { db, close } = openDatabase({ url: databaseUrl, maxConnections: connections })
  const count = String(options.count)
  const publicUrl = 'http://reviews.example'
  const api = await start('apps/api/src/main.ts', databaseUrl, {
    AFTERWORD_SECRET: secret,
    PUBLIC_URL: publicUrl,
    WEB_URL: publicUrl,
    LOG_LEVEL: 'warn',
  })
  const ours = await openSessions(db, publicUrl, options.count)
  const bare = await start('bench/sessions/bare-rotation-server.ts', databaseUrl, {})
  const renewing = await start('bench/sessions/better-auth-server.ts', databaseUrl, { SESSIONS: count, RENEW: '1' })
  const reading = await start('bench/sessions/better-auth-server.ts', databaseUrl, { SESSIONS: count })
  const oidc = await start('bench/sessions/oidc-server.ts', databaseUrl, { SESSIONS: count })
  const load = fork(path.join(import.meta.dirname, 'load.ts'))

  const subject = (
    name: string,
    protocol: ProtocolName,
    from: { port: number; tokens: readonly string[] },
  ): Subject => {
    let { tokens } = from
    return {
      name,
      count: tokens.length,
      async pass() {
        if (protocol === 'afterword') await letAMinutePass(db)
        const done = await order(load, { protocol, port: from.port, tokens })
        tokens = done.tokens
        return done.pass
      },
    }
  }
  const accessTokens = (await order(load, { protocol: 'oidcAccess', port: oidc.port, tokens: oidc.tokens })).tokens
  const checks = await compare(
    [
      subject('Afterword: admin.session.get', 'afterwordCheck', {
        port: api.port,
        tokens: ours.map((session) => session.accessToken),
      }),
      subject('better-auth: get-session', 'betterAuth', reading),
      subject('oidc-provider: userinfo', 'oidcCheck', { port: oidc.port, tokens: accessTokens }),
    ],
    options.seconds,
  )
  await stopServer(oidc.child)
  const fresh = await start('bench/sessions/oidc-server.ts', databaseUrl, { SESSIONS: count })
  const rotation = await compare(
    [
      subject('Afterword: POST /api/session/refresh', 'afterword', {
        port: api.port,
        tokens: ours.map((session) => session.refreshToken),
      }),
      subject('floor: node:http and one UPDATE … RETURNING', 'bare', bare),
      subject('better-auth: get-session that renews its row (no rotation)', 'betterAuth', renewing),
      subject('oidc-provider: refresh_token grant with rotation', 'oidc', fresh),
    ],
    options.seconds,
  )
  load.disconnect()
  for (const { child } of [api, bare, renewing, reading, fresh]) await stopServer(child)
  await close()
  return { rotation, check: checks }
}
