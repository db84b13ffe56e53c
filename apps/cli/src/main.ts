import { incidentsUsage, runIncidents } from './commands/incidents.ts'
import { keysUsage, runKeys } from './commands/keys.ts'
import { linksUsage, runLinks } from './commands/links.ts'
import { operatorsUsage, runOperators } from './commands/operators.ts'
import { runOrder } from './commands/order.ts'
import { runShops, shopsUsage } from './commands/shops.ts'
import { runStart } from './commands/start.ts'
import { readEnv } from './env.ts'

const usage = `pnpm afterword <command>

  start          starts everything on this machine (what "npm start" runs)
  dev            starts everything in watch mode
  order [email]  sends a new order to the running demo; its email arrives in the mailbox
  shops          lists and adds shops
  operators      adds operators, who run the installation
  keys           lists and rotates session keys
  incidents      explains failed calls from a log file
  links          imports link codes from an older system

${shopsUsage}

${operatorsUsage}

${keysUsage}

${incidentsUsage}

${linksUsage}`

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  start: async () => await runStart(readEnv()),
  dev: async () => await runStart(readEnv(), { isDevelopment: true }),
  shops: async (args) => await runShops(readEnv(), args),
  operators: async (args) => await runOperators(readEnv(), args),
  keys: async (args) => await runKeys(readEnv(), args),
  incidents: async (args) => await runIncidents(readEnv(), args),
  links: async (args) => await runLinks(readEnv(), args),
  order: async ([email]) => await runOrder(readEnv(), email),
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command === undefined) {
  console.error(usage)
  process.exitCode = 2
} else {
  await command(args).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
