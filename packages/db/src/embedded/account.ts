import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export const run = promisify(execFile)

export interface Account {
  readonly uid: number
  readonly gid: number
}

const lookUpAccount = async (name: string): Promise<Account> => {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** The account that runs Postgres when we are root, which Postgres refuses to be; made when missing. */
export const ensureAccount = async (): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  try {
    return await lookUpAccount('postgres')
  } catch {
    await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    return await lookUpAccount('postgres')
  }
}

/** Whether an account may enter the folders up to a file and sees it. */
export const canReach = async (file: string, account: Account): Promise<boolean> => {
  try {
    await run('test', ['-e', file], { ...account, cwd: '/' })
    return true
  } catch {
    return false
  }
}
