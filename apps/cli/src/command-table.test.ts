import { errorCodes } from '@afterword/errors'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commandNames, explainUnknown, findHelp, usage } from './command-table.ts'

/** Each run is a process of its own, beside others that burn every core. */
const patienceMs = 60_000

/** The program as a person runs it, in a place without settings. */
const run = async (...args: readonly string[]) =>
  await new Promise<readonly [code: number | null, stdout: string, stderr: string]>((resolve) => {
    const main = path.join(import.meta.dirname, 'main.ts')
    const child = execFile(process.execPath, [main, ...args], { env: {} }, (_error, stdout, stderr) =>
      resolve([child.exitCode, stdout, stderr]),
    )
  })

test('help lists every command, however it is asked for', () => {
  for (const args of [['--help'], ['-h'], ['help'], ['--help', 'shops']]) expect(findHelp(args)).toBe(usage)
  for (const name of commandNames) expect(usage).toMatch(new RegExp(`^  ${name} `, 'm'))
})

test.each(commandNames)('help for %s explains it, also behind an action and its options', (name) => {
  const add = [name, 'add', '--name', 'x', '--help']
  for (const args of [[name, '--help'], [name, '-h'], ['help', name], add])
    expect(findHelp(args)).toMatch(new RegExp(`^pnpm afterword ${name}\\b`))
  expect(findHelp([name])).toBeNull()
})

test('there is no help for what is no command', () => {
  for (const name of ['nothing', 'constructor', '']) {
    expect(findHelp([name, '--help'])).toBeUndefined()
    expect(findHelp(['help', name])).toBeUndefined()
  }
})

test('a command that does not exist is named as unknown, without what would steer a terminal; no command is not', () => {
  for (const args of [['orders'], ['help', 'orders'], ['orders', '--help']])
    expect(explainUnknown(args)).toBe(`There is no command "orders".\n\n${usage}`)
  expect(explainUnknown(['\u001B[2J'])).not.toContain('\u001B')
  for (const args of [[], ['']]) expect(explainUnknown(args)).toBe(usage)
})

test(
  'an order to what is no address is refused as such, before anything is looked up or sent',
  async () => {
    const message = errorCodes['email.invalid'].message
    expect(await Promise.all([run('order', 'not-an-address'), run('order', '')])).toEqual([
      [1, '', `${message}\n`],
      [1, '', `${message}\n`],
    ])
  },
  patienceMs,
)

test(
  'asking for help ends well, does nothing and needs no settings; what is no command ends badly',
  async () => {
    const [whole, one, none] = await Promise.all([run('--help'), run('start', '--help'), run('nothing', '--help')])
    expect(whole).toEqual([0, `${usage}\n`, ''])
    expect(one).toEqual([0, `${findHelp(['help', 'start'])}\n`, ''])
    expect(none).toEqual([2, '', `There is no command "nothing".\n\n${usage}\n`])
  },
  patienceMs,
)
