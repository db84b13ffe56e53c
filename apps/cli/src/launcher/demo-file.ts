import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const account = z.object({ email: z.string(), password: z.string() })

/** What other programs need to know of a running demo. */
export const demoFileSchema = z.object({
  publicUrl: z.string(),
  mailboxUrl: z.string().nullable(),
  databaseUrl: z.string(),
  shop: z.object({ id: z.string(), accessCode: z.string(), domain: z.string(), webhookSecret: z.string() }),
  admin: account,
  operator: account,
  reviewUrls: z.array(z.string()),
  /** The platform's ids, as text. */
  productIds: z.array(z.string()),
  storefrontUrl: z.string(),
})
export type DemoFile = z.infer<typeof demoFileSchema>

const fileIn = (dataDir: string): string => path.join(dataDir, 'demo.json')

/** Written aside and renamed, so that nobody reads half of it. It holds passwords: its owner alone may. */
export const writeDemoFile = async (dataDir: string, demo: DemoFile): Promise<void> => {
  const file = fileIn(dataDir)
  await writeFile(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** @throws Error with one sentence when no demo was started from this folder */
export const readDemoFile = async (dataDir: string): Promise<DemoFile> => {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Error(`No running demo was found in ${dataDir}: start it with "npm start".`)
  return demoFileSchema.parse(JSON.parse(text))
}
