import { createKeyring } from '@afterword/auth/keyring'
import path from 'node:path'
import type { Env } from '../launcher/env.ts'
import { buildChanged } from '../launcher/build.ts'
import { lockDataDir } from '../launcher/data-dir-lock.ts'
import { startDatabase } from '../launcher/database.ts'
import { type DemoFile, writeDemoFile } from '../launcher/demo-file.ts'
import { requireMailServer, startMailbox } from '../launcher/mailbox.ts'
import { findPort, isPortFree } from '../launcher/ports.ts'
import { prepareDemo } from '../launcher/prepare-demo.ts'
import { createProcesses, type Processes } from '../launcher/processes.ts'
import { findRelease } from '../launcher/release.ts'
import { noteRunning } from '../launcher/running-file.ts'
import { loadSecret } from '../launcher/secret.ts'

interface StartOptions {
  /** Watch mode: Next's development server, and restarts of api and worker on change. */
  readonly isDevelopment: boolean
}

interface Surroundings {
  readonly secret: string
  readonly databaseUrl: string
  readonly smtpUrl: string
}

/** Undoes what was started, the last first, each thing once. */
const createStack = () => {
  const undo: (() => Promise<void> | void)[] = []
  return {
    push: (step: () => Promise<void> | void) => void undo.push(step),
    async unwind() {
      for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step()
    },
  }
}

const startProcesses = async (
  env: Env,
  processes: Processes,
  { secret, databaseUrl, smtpUrl, isDevelopment }: Surroundings & StartOptions,
): Promise<void> => {
  const webPort = await findPort()
  const shared = {
    DATABASE_URL: databaseUrl,
    // What we were given for migrations stays with us.
    MIGRATION_DATABASE_URL: '',
    SMTP_URL: smtpUrl,
    PUBLIC_URL: env.publicUrl,
    AFTERWORD_SECRET: secret,
    LOG_LEVEL: env.logLevel,
    AFTERWORD_RELEASE: await findRelease(env.root, env.release),
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const app = (name: string, script: string): string => path.join(env.root, 'apps', name, script)
  const nodeArgs = isDevelopment ? ['--watch-preserve-output', '--watch'] : []
  await Promise.all([
    processes.start({
      name: 'web',
      script: app('web', 'server.ts'),
      env: { ...shared, PORT: String(webPort), HOST: '127.0.0.1' },
    }),
    processes.start({ name: 'worker', script: app('worker', 'src/main.ts'), env: shared, nodeArgs }),
  ])
  await processes.start({
    name: 'api',
    script: app('api', 'src/main.ts'),
    // People reach it without a balancer before it: nobody has to notice that it stops.
    env: {
      ...shared,
      DRAIN_SECONDS: '0',
      PORT: String(env.port),
      WEB_URL: `http://127.0.0.1:${webPort}`,
    },
    nodeArgs,
  })
}

const describeDemo = (demo: DemoFile): string =>
  [
    `  demo shop      ${demo.storefrontUrl}`,
    ...demo.reviewUrls.slice(0, 3).map((url) => `  write a review ${url}`),
    `  shop admin     ${demo.publicUrl}/sign-in   ${demo.admin.email}   ${demo.admin.password}`,
    `  operator       ${demo.publicUrl}/sign-in   ${demo.operator.email}   ${demo.operator.password}`,
    ...(demo.mailboxUrl === null ? [] : [`  mailbox        ${demo.mailboxUrl}`]),
    '  a new order    npx pnpm@12 afterword order   (its email arrives within seconds)',
  ].join('\n')

const describeEmpty = (mailboxUrl: string | null): string =>
  [
    '  add yourself   pnpm afterword operators add <email>',
    '  add a shop     pnpm afterword shops add',
    ...(mailboxUrl === null ? [] : [`  mailbox        ${mailboxUrl}`]),
  ].join('\n')

/**
 * Brings everything up on this machine: database, mailbox, build, web, worker, api; prints the
 * addresses; stops all of it on Ctrl-C.
 *
 * @throws Error with one plain sentence when something is in the way.
 */
export const runStart = async (env: Env, options: StartOptions = { isDevelopment: false }): Promise<void> => {
  const stack = createStack()
  let isStopping = false
  const stop = async (code: number): Promise<never> => {
    isStopping = true
    await stack.unwind()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
    process.on(signal, () => {
      if (!isStopping) void stop(0)
    })
  }

  try {
    requireMailServer(env)
    stack.push(await lockDataDir(env.dataDir))
    if (!(await isPortFree(env.port))) {
      throw new Error(`Port ${env.port} is already in use. Choose another one, e.g. PORT=${env.port + 1} npm start`)
    }
    const secret = await loadSecret(env.dataDir, env.secret)
    const [database, mailbox] = await Promise.all([
      startDatabase(env),
      startMailbox(env),
      options.isDevelopment ? undefined : buildChanged(env.root),
    ])
    stack.push(database.stop)
    if (database.advice !== null) console.warn(database.advice)
    stack.push(mailbox.stop)
    const demo = env.isDemoWanted
      ? await prepareDemo({
          root: env.root,
          databaseUrl: database.url,
          publicUrl: env.publicUrl,
          mailboxUrl: mailbox.url,
          keyring: createKeyring(secret),
        })
      : null
    const endBecause = (sentence: string): void => {
      console.error(sentence)
      if (!isStopping) void stop(1)
    }
    const processes = createProcesses(endBecause)
    stack.push(processes.stop)
    database.watch(() => endBecause('The built-in Postgres stopped unexpectedly. See server.log in its data folder.'))
    await startProcesses(env, processes, { secret, databaseUrl: database.url, smtpUrl: mailbox.smtpUrl, ...options })
    stack.push(await noteRunning(env.dataDir, env.publicUrl))
    if (demo !== null) await writeDemoFile(env.dataDir, demo)
    console.log(demo === null ? describeEmpty(mailbox.url) : describeDemo(demo))
    console.log(`ready ${env.publicUrl}`)
  } catch (error) {
    if (!isStopping) {
      console.error(error instanceof Error ? error.message : error)
      await stop(1)
    }
  }
}
