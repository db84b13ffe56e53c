import { explainUnknown, findCommand, findHelp } from './command-table.ts'
import { readEnv } from './launcher/env.ts'

const args = process.argv.slice(2)
const [name = '', ...rest] = args
const help = findHelp(args)
const command = findCommand(name)
if (typeof help === 'string') {
  console.log(help)
} else if (help === undefined || command === undefined) {
  console.error(explainUnknown(args))
  process.exitCode = 2
} else {
  try {
    await command.run(readEnv(), rest)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
