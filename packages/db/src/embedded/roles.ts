import postgres from 'postgres'
import { createDatabase, withDatabase } from '../connection/create-database.ts'
import type { Passwords } from './passwords.ts'

const databaseName = 'afterword'
const roles = { superuser: 'postgres', migration: 'afterword_migration', application: 'afterword' } as const

/** Addresses of the `afterword` database, one per role. */
export type RoleUrls = Readonly<Record<keyof typeof roles, string>>

export const urlsOf = (port: number, passwords: Passwords): RoleUrls => {
  const urlOf = (role: keyof typeof roles): string =>
    `postgres://${roles[role]}:${passwords[role]}@127.0.0.1:${port}/${databaseName}`
  return { superuser: urlOf('superuser'), migration: urlOf('migration'), application: urlOf('application') }
}

/** A statement that defines a role takes no parameters: Postgres itself quotes what goes into it. */
const ensureRole = async (sql: postgres.Sql, name: string, password: string): Promise<void> => {
  const [found] = await sql`select 1 from pg_roles where rolname = ${name}`
  if (found !== undefined) return
  const [row] = await sql<[{ statement: string }?]>`select format(
    'create role %I login nosuperuser nocreatedb nocreaterole noreplication password %L', ${name}::text, ${password}::text
  ) as statement`
  if (row !== undefined) await sql.unsafe(row.statement)
}

/**
 * Makes the database and its two roles unless they are there. The one for migrations may create
 * schemas and trusted extensions in it, and acts for the application's, to which it hands over what
 * it makes (hand-over.ts). Nobody else may connect to it.
 */
export const ensureRoles = async (urls: RoleUrls, passwords: Passwords): Promise<void> => {
  await createDatabase(urls.superuser)
  const server = postgres(withDatabase(urls.superuser, 'postgres'), { max: 1, onnotice: () => undefined })
  const database = postgres(urls.superuser, { max: 1, onnotice: () => undefined })
  try {
    await ensureRole(server, roles.application, passwords.application)
    await ensureRole(server, roles.migration, passwords.migration)
    const [application, migration] = [database(roles.application), database(roles.migration)]
    await database`grant ${application} to ${migration}`
    await database`revoke all on database ${database(databaseName)} from public`
    await database`grant connect, create, temporary on database ${database(databaseName)} to ${migration}`
    await database`grant connect, temporary on database ${database(databaseName)} to ${application}`
    await database`grant usage, create on schema public to ${application}`
  } finally {
    await Promise.all([server.end(), database.end()])
  }
}
