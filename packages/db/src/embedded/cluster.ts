import { spawn } from 'node:child_process'
import { chown, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { exists, type Home } from './home.ts'

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

export const hasCluster = async (home: Home): Promise<boolean> => await exists(path.join(home.data, 'PG_VERSION'))

/** The port in `postmaster.pid` (its fourth line) of a server that still runs from an earlier start. */
export const readRunningPort = async (home: Home): Promise<number | undefined> => {
  if ((await command(home, 'pg_ctl', ['status', '-D', home.data])) !== 0) return undefined
  const lines = (await readFile(path.join(home.data, 'postmaster.pid'), 'utf8')).split('\n')
  const port = Number(lines[3])
  return Number.isInteger(port) && port > 0 ? port : undefined
}

/**
 * `--auth` is for every line of pg_hba.conf: each way in asks for a password. The locale is what
 * folds letters beyond ASCII and gives trigrams of Korean, the same on every machine.
 */
const initdbArgs = (home: Home, passwordFile: string): string[] => [
  `--pgdata=${home.data}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
]

/** Makes the files of a new Postgres. @param superuserPassword  Of its role `postgres` */
export const initialiseCluster = async (home: Home, superuserPassword: string): Promise<void> => {
  const passwordFile = `${home.data}.new-password`
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600, flag: 'wx' })
  try {
    if (home.account !== undefined) await chown(passwordFile, home.account.uid, home.account.gid)
    const code = await command(home, 'initdb', initdbArgs(home, passwordFile))
    if (code !== 0) throw new Error(`Postgres could not be set up in ${home.data} (initdb ended with ${code}).`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Starts it on a free port of 127.0.0.1; it has no Unix socket. @returns the port */
export const startCluster = async (home: Home): Promise<number> => {
  const port = await findFreePort()
  const settings = [
    `-p ${port}`,
    '-h 127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=200',
    '-c shared_buffers=256MB',
  ].join(' ')
  const log = path.join(home.data, 'server.log')
  const code = await command(home, 'pg_ctl', ['start', '-w', '-t', '60', '-D', home.data, '-l', log, '-o', settings])
  if (code !== 0) throw new Error(`Postgres did not start; its log is ${log}.`)
  return port
}

export const stopCluster = async (home: Home): Promise<void> => {
  await command(home, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', home.data])
}
