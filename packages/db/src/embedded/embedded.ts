import path from 'node:path'
import { hasCluster, initialiseCluster, readRunningPort, startCluster, stopCluster } from './cluster.ts'
import { type Home, prepareHome } from './home.ts'
import { makePasswords, type Passwords, readPasswords } from './passwords.ts'
import { ensureRoles, type RoleUrls, urlsOf } from './roles.ts'

export interface EmbeddedPostgres {
  /**
   * The addresses of the `afterword` database: the application's role for the processes, the one for
   * migrations, and the superuser for tests and benchmarks, which make databases of their own.
   */
  readonly urls: RoleUrls
  readonly isRunning: () => Promise<boolean>
  readonly stop: () => Promise<void>
}

/** A data folder of the time before passwords: every user of the machine was its superuser. */
export class OldDataFolderError extends Error {
  override readonly name = 'OldDataFolderError'

  constructor(dataDir: string) {
    super(
      `The database in ${path.join(dataDir, 'postgres')} was made by an earlier version, which let every user of this machine in, and is not started any more: ` +
        `if it holds the demo alone, begin again with "rm -r ${dataDir}"; ` +
        'otherwise take its data along with the commands in docs/old-data-folder.md.',
    )
  }
}

const readHome = async (dataDir: string): Promise<{ home: Home; passwords: Passwords | undefined }> => {
  const home = await prepareHome(path.resolve(dataDir))
  const passwords = await readPasswords(home.passwords)
  if (passwords === undefined && (await hasCluster(home))) throw new OldDataFolderError(path.resolve(dataDir))
  return { home, passwords }
}

/**
 * The address for the application's role of our own Postgres, when one runs on this data folder.
 *
 * @throws OldDataFolderError
 */
export const findRunningPostgres = async (dataDir: string): Promise<string | undefined> => {
  const { home, passwords } = await readHome(dataDir)
  const port = passwords === undefined ? undefined : await readRunningPort(home)
  return passwords === undefined || port === undefined ? undefined : urlsOf(port, passwords).application
}

/** Stops the Postgres that a killed start left running on this data folder, an old one included. */
export const stopEmbeddedPostgres = async (dataDir: string): Promise<void> => {
  await stopCluster(await prepareHome(path.resolve(dataDir)))
}

/**
 * Starts the Postgres that came from npm, or joins the one that a killed start left running. It
 * listens on 127.0.0.1 alone and asks everybody for a password.
 *
 * @param dataDir  Folder for its files and passwords; made when missing.
 * @throws Error with one plain sentence when it cannot be set up or started; OldDataFolderError
 * @see docs/decisions/029-roles-of-the-database.md
 */
export const startEmbeddedPostgres = async (dataDir: string): Promise<EmbeddedPostgres> => {
  const { home, passwords: kept } = await readHome(dataDir)
  const passwords = kept ?? (await makePasswords(home.passwords))
  if (!(await hasCluster(home))) await initialiseCluster(home, passwords.superuser)
  const urls = urlsOf((await readRunningPort(home)) ?? (await startCluster(home)), passwords)
  await ensureRoles(urls, passwords)
  return {
    urls,
    isRunning: async () => (await readRunningPort(home)) !== undefined,
    stop: async () => await stopCluster(home),
  }
}
