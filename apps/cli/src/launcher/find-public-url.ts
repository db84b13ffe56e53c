import type { Env } from './env.ts'
import { readDemoFile } from './demo-file.ts'
import { readRunningUrl } from './running-file.ts'

/**
 * The address to print: the one given, else the one under which this data folder's installation runs, so that what a
 * command prints can be opened, whatever port the installation was started on.
 */
export const findPublicUrl = async (env: Pick<Env, 'dataDir' | 'publicUrl' | 'givenPublicUrl'>): Promise<string> => {
  const running = env.givenPublicUrl ?? (await readRunningUrl(env.dataDir))
  if (running !== undefined) return running
  const demo = await readDemoFile(env.dataDir).catch(() => null)
  return demo?.publicUrl ?? env.publicUrl
}
