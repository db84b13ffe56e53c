// Runs on the system's Node (20 or newer) before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The Node 24 that comes from npm: everything of ours runs on it. */
export const node24 = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

const stampFile = path.join(root, 'node_modules/.afterword-installed')

const manifests = () => {
  const workspaces = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  )
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaces.toSorted()]
  return files.filter((file) => existsSync(path.join(root, file)))
}

/** Changes whenever what must be installed changes. */
const readStamp = () => {
  const hash = createHash('sha256')
  for (const file of manifests()) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

/** Installs what the lockfile says, unless that was done since it last changed. */
export const ensureInstalled = () => {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) fail(`Afterword needs Node 20 or newer to start; this is ${process.version}.`)
  const stamp = readStamp()
  if (existsSync(node24) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  console.log('Installing dependencies …')
  const result = spawnSync('npx', ['-y', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, CI: 'true' },
  })
  if (result.status !== 0) fail('Installing the dependencies failed; the lines above say why.')
  if (!existsSync(node24)) fail(`Node 24 was not installed at ${node24}; remove node_modules and try again.`)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}
