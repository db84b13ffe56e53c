import { importOldCodes, type ImportedOldCodes } from '@afterword/services/asking/link/import-old-codes'
import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Env } from '../launcher/env.ts'
import { atConsole } from './at-console.ts'
import { linksUsage } from '../usages.ts'

const shownRefusals = 20

/** The last moment of a day, UTC. */
const endOfDay = (text: string | undefined): Date => {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? `${text}T23:59:59.999Z` : Number.NaN)
  if (Number.isNaN(at.getTime())) throw new Error(linksUsage)
  return at
}

const print = ({ loaded, refused }: ImportedOldCodes): void => {
  console.log(`${loaded} codes imported, ${refused.length} lines skipped.`)
  for (const { line, reason } of refused.slice(0, shownRefusals)) console.log(`  line ${line}: ${reason}`)
  if (refused.length > shownRefusals) console.log(`  … and ${refused.length - shownRefusals} more`)
}

const readColumns = (file: string) =>
  createReadStream(file).pipe(
    parse({
      columns: (names: string[]) => names.map((name) => name.toLowerCase()),
      bom: true,
      trim: true,
      skip_empty_lines: true,
      delimiter: [',', ';'],
    }),
  )

/** Loads codes of the system before this one into the installation's database. */
export const runLinks = async (env: Env, args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { until: { type: 'string' } },
  })
  const [action, file, ...others] = positionals
  if (action !== 'import' || file === undefined || others.length > 0) throw new Error(linksUsage)
  const until = endOfDay(values.until)
  await access(file, constants.R_OK)
  print(await atConsole(env, async (ctx) => await importOldCodes({ ctx, input: { rows: readColumns(file), until } })))
}
