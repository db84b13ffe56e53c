import { access, chmod, lstat, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { checkLocale } from '../text/check-locale.ts'
import { withDatabase } from '../connection/create-database.ts'
import { findRunningPostgres, OldDataFolderError, startEmbeddedPostgres } from './embedded.ts'
import { handOver } from '../connection/hand-over.ts'
import { migrateDatabase } from '../migrate.ts'

const place = await mkdtemp(path.join(tmpdir(), 'afterword-embedded-'))
// The postgres account must be able to enter it when root runs the tests.
await chmod(place, 0o755)
const dataDir = path.join(place, 'data')
const server = await startEmbeddedPostgres(dataDir)
const { application, migration, superuser } = server.urls
await migrateDatabase(migration)
await handOver(migration, application)
afterAll(async () => {
  await server.stop()
  await rm(place, { recursive: true })
})

const as = async <Answer>(url: string, ask: (sql: postgres.Sql) => Promise<Answer>): Promise<Answer> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await ask(sql)
  } finally {
    await sql.end()
  }
}
const refusal = async (url: string, statement: string): Promise<string> =>
  await as(url, async (sql) => await sql.unsafe(statement)).then(
    () => 'done',
    (error: unknown) => (error instanceof postgres.PostgresError ? error.code : String(error)),
  )
const withLogin = (url: string, login: string): string => `postgres://${login}${url.slice(url.indexOf('@'))}`

describe('a user of the machine without the passwords', () => {
  test.each([
    'postgres',
    'postgres:',
    'postgres:postgres',
    'afterword',
    'afterword:afterword',
    'afterword_migration:x',
  ])('is not let in as %s', async (login) => {
    for (const database of ['afterword', 'postgres', 'template1'])
      expect(await refusal(withLogin(withDatabase(superuser, database), login), 'select 1')).toMatch(/28P01|password/i)
  })

  test('finds no line that trusts anybody, no socket, and no password to read', async () => {
    const hba = await readFile(path.join(dataDir, 'postgres/pg_hba.conf'), 'utf8')
    const methods = hba
      .split('\n')
      .filter((line) => /^(?:local|host)/.test(line))
      .map((line) => line.trim().split(/\s+/).at(-1))
    expect(new Set(methods)).toEqual(new Set(['scram-sha-256']))
    const [settings] = await as(
      superuser,
      async (sql) =>
        await sql`select current_setting('unix_socket_directories') as sockets, current_setting('listen_addresses') as addresses`,
    )
    expect(settings).toEqual({ sockets: '', addresses: '127.0.0.1' })
    await expect(access(path.join(tmpdir(), `.s.PGSQL.${new URL(superuser).port}`))).rejects.toThrow('ENOENT')
    expect((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o077).toBe(0)
    expect((await stat(path.join(dataDir, 'postgres'))).mode & 0o077).toBe(0)
    await expect(access(path.join(dataDir, 'postgres.new-password'))).rejects.toThrow('ENOENT')
  })
})

describe("the application's role", () => {
  test.each([
    ['runs no program', "copy (select 1) to program 'true'", '42501'],
    ['reads no file', "select pg_read_file('/etc/hostname')", '42501'],
    ['makes no superuser', 'create role evil superuser', '42501'],
    ['does not become one', 'set role postgres', '42501'],
    ['is not the one for migrations', 'set role afterword_migration', '42501'],
    ['makes no database', 'create database evil', '42501'],
    ['makes no schema', 'create schema evil', '42501'],
    ['makes no extension', 'create extension btree_gin', '42501'],
    ['changes no setting of the server', "alter system set log_statement = 'all'", '42501'],
  ])('%s', async (_title, statement, code) => {
    expect(await refusal(application, statement)).toBe(code)
  })

  test('reads, writes and keeps the partitions of its own tables', async () => {
    expect(await refusal(application, 'select * from shop')).toBe('done')
    const create = `create table if not exists server_attempt_p20990101 partition of server_attempt
      for values from ('2099-01-01') to ('2099-01-02')`
    expect(await refusal(application, create)).toBe('done')
    expect(await refusal(application, 'drop table server_attempt_p20990101')).toBe('done')
  })
})

describe('the role for migrations', () => {
  test('makes trusted extensions and tables, changes those of the application, and is no superuser', async () => {
    expect(await refusal(migration, 'create extension btree_gin')).toBe('done')
    expect(await refusal(migration, 'alter table shop add column tried text; alter table shop drop column tried')).toBe(
      'done',
    )
    expect(await refusal(migration, 'create table made_later (id int)')).toBe('done')
    expect(await refusal(application, 'select * from made_later')).toBe('42501')
    await handOver(migration, application)
    expect(await refusal(application, 'select * from made_later')).toBe('done')
    expect(await refusal(migration, 'create role evil superuser')).toBe('42501')
    expect(await refusal(migration, "copy (select 1) to program 'true'")).toBe('42501')
  })

  test('migrates again what it handed over', async () => {
    await migrateDatabase(migration)
    await handOver(migration, application)
  })
})

test('a new database folds and finds letters of every script', async () => {
  const [row] = await as(
    application,
    async (sql) => await sql`select show_trgm('배송') <> '{}' as korean, 'ÉCOLE' ilike '%école%' as french`,
  )
  expect(row).toEqual({ korean: true, french: true })
  expect(await checkLocale(application)).toBeNull()
})

test('a database of the locale C is told what to do', async () => {
  await as(superuser, async (sql) => {
    await sql.unsafe("create database plain template template0 locale_provider libc locale 'C'")
  })
  const plain = withDatabase(superuser, 'plain')
  await as(plain, async (sql) => await sql`create extension pg_trgm`)
  expect(await checkLocale(plain)).toContain("BUILTIN_LOCALE 'C.UTF-8'")
})

test('a second start joins the server that runs, with the same addresses', async () => {
  expect(await findRunningPostgres(dataDir)).toBe(application)
  expect((await startEmbeddedPostgres(dataDir)).urls).toEqual(server.urls)
})

test('a data folder of an earlier version is refused in one sentence and left as it is', async () => {
  const old = path.join(place, 'old')
  await mkdir(path.join(old, 'postgres'), { recursive: true })
  await writeFile(path.join(old, 'postgres/PG_VERSION'), '18\n')
  for (const attempt of [startEmbeddedPostgres, findRunningPostgres]) {
    const error: unknown = await attempt(old).catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(OldDataFolderError)
    expect((error as Error).message.split('\n')).toHaveLength(1)
    expect((error as Error).message).toContain(`rm -r ${old}`)
  }
  expect(await readFile(path.join(old, 'postgres/PG_VERSION'), 'utf8')).toBe('18\n')
  await expect(access(path.join(old, 'postgres.json'))).rejects.toThrow('ENOENT')
})

test.runIf(process.getuid?.() === 0)(
  'as root below a folder that others may not enter, the database lives elsewhere, and in a new place once the folder is gone',
  async () => {
    const closed = path.join(place, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const hidden = path.join(closed, 'data')
    const homes: string[] = []
    while (homes.length < 2) {
      const { urls, stop } = await startEmbeddedPostgres(hidden)
      expect(await refusal(urls.application, 'select 1')).toBe('done')
      expect((await lstat(path.join(hidden, 'postgres'))).isSymbolicLink()).toBe(true)
      const home = await readlink(path.join(hidden, 'postgres'))
      expect((await stat(home)).mode & 0o077).toBe(0)
      homes.push(home)
      await stop()
      await rm(hidden, { recursive: true })
    }
    expect(new Set(homes).size).toBe(2)
    for (const home of homes) await rm(home, { recursive: true })
  },
)

test('says whether it runs, so that a start can end when it is gone', async () => {
  const other = await startEmbeddedPostgres(path.join(place, 'other'))
  expect(await other.isRunning()).toBe(true)
  await other.stop()
  expect(await other.isRunning()).toBe(false)
})
