import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The installation's secret: the one given, else the one kept in the data folder, made at the first start. */
export const loadSecret = async (dataDir: string, given: string | undefined): Promise<string> => {
  if (given !== undefined) return given
  const file = path.join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  const made = randomBytes(32).toString('base64url')
  // `wx` fails when the file is there: of two first starts at once, one secret wins.
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
