import { type Auth, createAuth } from '@afterword/auth/auth'
import { authenticate, confirmSession } from '@afterword/auth/authenticate'
import { createKeyring } from '@afterword/auth/keyring'
import { rotateSession } from '@afterword/auth/rotate'
import { openDatabase } from '@afterword/db/connection/client'
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose'
import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import postgres from 'postgres'
import { letAMinutePass, type OpenSession, secret } from './our-sessions.ts'
import { compare, connections, type Figure, runPass, type Subject } from './subject.ts'

const publicUrl = 'http://127.0.0.1'
const origin = { ipPrefix: '192.0.2.0/24', uaFamily: 'Firefox' }

/**
 * The least a rotation can cost: one commit of one row by its key, in a bare loop of postgres.js. And the same
 * with what no rotation that gives out an access token can leave out, one Ed25519 signature.
 */
const floorsOf = async (sql: postgres.Sql, count: number): Promise<readonly Subject[]> => {
  await sql`create table bench_floor (id uuid primary key, salt bytea, gen int, rotated_at timestamptz)`
  const ids = Array.from({ length: count }, () => randomUUID())
  for (const id of ids) await sql`insert into bench_floor values (${id}, ${randomBytes(32)}, 0, now())`
  const update = async (id: string): Promise<void> => {
    await sql`update bench_floor set gen = gen + 1, rotated_at = clock_timestamp() where id = ${id}
      returning id, salt, gen, rotated_at`
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  // As long as an access token without its signature.
  const text = randomBytes(300)
  return [
    {
      name: 'floor: one UPDATE … RETURNING in a bare loop',
      count,
      pass: async () => await runPass(ids, update),
    },
    {
      name: 'the same and one signature',
      count,
      pass: async () =>
        await runPass(ids, async (id) => {
          await update(id)
          sign(null, text, privateKey)
        }),
    },
  ]
}

const rotationOf = (auth: Auth, sessions: OpenSession[]): Subject => ({
  name: 'rotateSession',
  count: sessions.length,
  async pass() {
    await letAMinutePass(auth.db)
    return await runPass(sessions, async (session, index) => {
      const tokens = await rotateSession(auth, session.refreshToken, origin)
      if (tokens.refreshToken === session.refreshToken) throw new Error('That was no rotation.')
      sessions[index] = { ...session, ...tokens }
    })
  },
})

/** jose's `jwtVerify` in a bare loop, with every check that an access token needs. */
const bareVerify = async (count: number): Promise<Subject> => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const key = await importJWK(await exportJWK(pair.publicKey), 'EdDSA')
  const claims = { sid: randomUUID(), gen: 3, kind: 'member', shop: randomUUID(), role: 'owner', jti: randomUUID() }
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'bench' })
    .setSubject(randomUUID())
    .setIssuer(publicUrl)
    .setAudience('afterword')
    .setIssuedAt()
    .setExpirationTime('30m')
    .sign(pair.privateKey)
  const options = { algorithms: ['EdDSA'], typ: 'at+jwt', issuer: publicUrl, audience: 'afterword', clockTolerance: 15 }
  const tokens = Array.from({ length: count }, () => token)
  return {
    name: "floor: jose's jwtVerify in a bare loop",
    count,
    pass: async () => await runPass(tokens, async (one) => void (await jwtVerify(one, key, options))),
  }
}

/** What one call of the functions costs, without HTTP. */
export const compareFunctions = async (
  databaseUrl: string,
  sessions: OpenSession[],
  seconds: number,
): Promise<Record<'rotation' | 'check' | 'write', Figure[]>> => {
  const { db, close } = openDatabase({ url: databaseUrl, maxConnections: connections })
  const sql = postgres(databaseUrl, { max: connections, onnotice: () => undefined })
  const createOurs = (): Auth => createAuth({ db, keyring: createKeyring(secret), publicUrl, now: () => new Date() })
  const auth = createOurs()
  const floors = await floorsOf(sql, sessions.length)
  const rotation = await compare([rotationOf(auth, sessions), ...floors], seconds)
  const tokens = sessions.map((session) => session.accessToken)
  const count = tokens.length
  const check: Subject = {
    name: 'authenticate, a token seen before (every read but the first in half an hour)',
    count,
    pass: async () => await runPass(tokens, async (token) => void (await authenticate(auth, token))),
  }
  const firstCheck: Subject = {
    name: 'authenticate, a token never seen before',
    count,
    async pass() {
      const fresh = createOurs()
      await fresh.keys.current()
      return await runPass(tokens, async (token) => void (await authenticate(fresh, token)))
    },
  }
  const write: Subject = {
    name: 'authenticate and confirmSession (every write; token seen before)',
    count,
    pass: async () =>
      await runPass(tokens, async (token) => void (await confirmSession(auth, await authenticate(auth, token)))),
  }
  const read: Subject = {
    name: 'floor: one SELECT by key in a bare loop',
    count,
    pass: async () =>
      await runPass(
        sessions,
        async ({ sessionId }) => void (await sql`select * from auth_session where id = ${sessionId}`),
      ),
  }
  const checks = await compare([firstCheck, await bareVerify(count), check], seconds)
  const writes = await compare([write, read], seconds)
  await Promise.all([close(), sql.end()])
  return { rotation, check: checks, write: writes }
}
