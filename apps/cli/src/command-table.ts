import type { Env } from './launcher/env.ts'
import {
  devUsage,
  incidentsUsage,
  keysUsage,
  linksUsage,
  operatorsUsage,
  orderUsage,
  shopsUsage,
  startUsage,
} from './usages.ts'

interface Command {
  /** One line of the list of commands. */
  readonly summary: string
  readonly usage: string
  readonly run: (env: Env, args: readonly string[]) => Promise<void>
}

/** Each is loaded when it is run: all of them together read most of the source. */
const commands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'starts everything on this machine (what "npm start" runs)',
    usage: startUsage,
    run: async (env) => await (await import('./commands/start.ts')).runStart(env),
  },
  dev: {
    summary: 'starts everything in watch mode',
    usage: devUsage,
    run: async (env) => await (await import('./commands/start.ts')).runStart(env, { isDevelopment: true }),
  },
  order: {
    summary: 'sends a new order to the running demo; its email arrives in the mailbox',
    usage: orderUsage,
    run: async (env, [email]) => await (await import('./commands/order.ts')).runOrder(env, email),
  },
  shops: {
    summary: 'lists and adds shops',
    usage: shopsUsage,
    run: async (env, args) => await (await import('./commands/shops.ts')).runShops(env, args),
  },
  operators: {
    summary: 'adds operators, who run the installation, and lists what they did',
    usage: operatorsUsage,
    run: async (env, args) => await (await import('./commands/operators.ts')).runOperators(env, args),
  },
  keys: {
    summary: 'lists, rotates and retires session keys',
    usage: keysUsage,
    run: async (env, args) => await (await import('./commands/keys.ts')).runKeys(env, args),
  },
  incidents: {
    summary: 'explains failed calls from a log file',
    usage: incidentsUsage,
    run: async (env, args) => await (await import('./commands/incidents.ts')).runIncidents(env, args),
  },
  links: {
    summary: 'imports link codes from an older system',
    usage: linksUsage,
    run: async (env, args) => await (await import('./commands/links.ts')).runLinks(env, args),
  },
}

export const commandNames = Object.keys(commands)

export const findCommand = (name: string): Command | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined

const summaries = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`)

/** Every command in one line, and how to read more of one. */
export const usage = [
  'pnpm afterword <command>',
  '',
  ...summaries,
  '',
  'pnpm afterword <command> --help says more of one.',
].join('\n')

/**
 * What to say to somebody who named no command that exists: which name is unknown, if one was given, and what there is.
 */
export const explainUnknown = (args: readonly string[]): string => {
  const [name = ''] = args[0] === 'help' ? args.slice(1) : args
  return name === '' ? usage : `There is no command ${JSON.stringify(name)}.\n\n${usage}`
}

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h'

/** What was asked to be explained: null where nothing was, undefined where there is no such command. */
export const findHelp = (args: readonly string[]): string | null | undefined => {
  const [name = '', ...rest] = args
  if (isHelp(name) || (name === 'help' && rest.length === 0)) return usage
  if (name === 'help') return findCommand(rest[0] ?? '')?.usage
  return rest.some(isHelp) ? findCommand(name)?.usage : null
}
