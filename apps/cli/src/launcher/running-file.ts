import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({ publicUrl: z.string() })

const fileIn = (dataDir: string): string => path.join(dataDir, 'running.json')

/**
 * Notes under which address an installation runs from a data folder, for commands that print addresses.
 *
 * @returns A function that takes the note back.
 */
export const noteRunning = async (dataDir: string, publicUrl: string): Promise<() => Promise<void>> => {
  const file = fileIn(dataDir)
  await writeFile(`${file}.new`, `${JSON.stringify({ publicUrl })}\n`)
  await rename(`${file}.new`, file)
  return async () => await rm(file, { force: true })
}

/** Under which address an installation runs, or ran before it was killed; undefined when no start left a note. */
export const readRunningUrl = async (dataDir: string): Promise<string | undefined> => {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : schema.parse(JSON.parse(text)).publicUrl
}
