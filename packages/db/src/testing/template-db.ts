import postgres from 'postgres'
import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type DatabaseHandle, openDatabase } from '../connection/client.ts'
import { withDatabase } from '../connection/create-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the migrated template database of this test run. */
    templateUrl: string
  }
}

export interface TestDatabase extends DatabaseHandle {
  readonly url: string
}

/**
 * A database of the test file's own, cloned from the migrated template and dropped after it.
 * Call it at the top of a `*.db.test.ts` file.
 */
export const useTestDatabase = async (options: { maxConnections?: number } = {}): Promise<TestDatabase> => {
  const templateUrl = inject('templateUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(templateUrl).pathname.slice(1)
  const admin = postgres(withDatabase(templateUrl, 'postgres'), {
    max: 1,
    onnotice: () => undefined,
  })
  await admin`create database ${admin(name)} template ${admin(template)}`
  const url = withDatabase(templateUrl, name)
  const handle = openDatabase({
    url,
    maxConnections: options.maxConnections ?? 5,
    applicationName: name,
  })
  afterAll(async () => {
    await handle.close()
    await admin`drop database ${admin(name)} with (force)`
    await admin.end()
  })
  return { ...handle, url }
}
