import postgres from 'postgres'
import { expect, test } from 'vitest'
import { useTestDatabase } from './testing/template-db.ts'

const { db, url } = await useTestDatabase()

// Without patches/postgres@3.4.9.patch this throws where nothing can catch it, and the process ends
// (porsager/postgres issue 1208).
test('a connection that Postgres has closed refuses what is written to it and ends no process', async () => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const reserved = await sql.reserve()
  const [own] = await reserved<{ pid: number }[]>`select pg_backend_pid() as pid`
  await db.$client`select pg_terminate_backend(${own?.pid ?? 0})`
  for (let round = 0; round < 20; round += 1) {
    await expect(reserved`select 1`).rejects.toThrow()
  }
  await sql.end({ timeout: 1 })
})
